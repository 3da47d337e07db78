"""What would become of a file. Nothing here writes."""

from datetime import datetime
from pathlib import Path

from duly.accounts.models import User
from duly.intake import reading
from duly.intake.mapping import CourtMapping, of_court
from duly.intake.reading import Source
from duly.intake.report import Report
from duly.intake.verdicts import Weighing, batches
from duly.procedure.registration import Registrar, registrar
from duly.registry.models import Court


def preview(
    path: Path,
    *,
    actor: User,
    at: datetime,
    court: Court | None = None,
    mapping: CourtMapping | None = None,
) -> Report:
    """Return what importing a file would register, and everything that is wrong with it.

    :raises duly.intake.faults.Unreadable: if nothing of the file can be imported.
    :raises duly.procedure.refusal.StepNotAllowed: if the person may not register matters.
    """
    by = registrar(actor, at=at, court=court)
    return weighed(reading.read(path, mapping or of_court(by.court)), by)


def weighed(source: Source, by: Registrar) -> Report:
    """Return the same of a file that was opened before."""
    report, weighing = Report(), Weighing(by)
    for batch in batches(source.items()):
        for verdict in weighing.weigh(batch):
            report.count(verdict)
    return report
