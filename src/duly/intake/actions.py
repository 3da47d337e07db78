"""Importing a file: all of it in one transaction, or what is good of it in batches."""

import hashlib
from datetime import datetime
from pathlib import Path

from django.db import transaction

from duly.accounts.models import User
from duly.intake import reading
from duly.intake.bad_rows import bad_rows as bad_rows_of
from duly.intake.items import Item
from duly.intake.mapping import CourtMapping, of_court
from duly.intake.queries import weighed
from duly.intake.reading import Source
from duly.intake.report import Report
from duly.intake.verdicts import Verdict, Weighing, batches
from duly.journal import actions as journal
from duly.procedure.registration import Registrar, hold, register, registrar
from duly.registry.models import Court


def import_file(
    path: Path,
    *,
    actor: User,
    at: datetime,
    court: Court | None = None,
    mapping: CourtMapping | None = None,
    bad_rows: Path | None = None,
) -> Report:
    """Register the matters of a file; what is registered already is recognised and left.

    Without `bad_rows` nothing is stored unless every row is good, and then everything in one
    transaction. With it the good matters are stored in batches, a transaction each, and the
    bad ones are written into that file, with what is wrong, to be mended and imported again.
    Killed half-way, the first leaves nothing and the second whole batches; the same file
    again goes on from there.

    :raises duly.intake.faults.Unreadable: if nothing of the file can be imported.
    :raises duly.procedure.refusal.StepNotAllowed: if the person may not register matters.
    """
    by = registrar(actor, at=at, court=court)
    source = reading.read(path, mapping or of_court(by.court))
    if bad_rows is not None:
        return _store_good(source, path, by, bad_rows)
    try:
        return _store_all(source, path, by)
    except _Faulty:
        return weighed(source, by)


class _Faulty(Exception):
    """A row is bad: what was stored of the file is taken back, and the rest only weighed."""


@transaction.atomic
def _store_all(source: Source, path: Path, by: Registrar) -> Report:
    report, weighing = Report(), Weighing(by)
    for batch in batches(source.items()):
        for verdict in _store(batch, weighing, by):
            report.count(verdict)
        if report.bad:
            raise _Faulty
    _note(path, report, by)
    return report


def _store_good(source: Source, path: Path, by: Registrar, bad_rows: Path) -> Report:
    # A file that breaks off is refused before anything of it is stored.
    for _ in source.items():
        continue
    report, weighing = Report(), Weighing(by)
    with bad_rows_of(bad_rows, source) as add:
        for batch in batches(source.items()):
            for verdict in _store(batch, weighing, by):
                report.count(verdict)
                if verdict.faults:
                    add(verdict.item, verdict.faults)
    _note(path, report, by)
    return report


@transaction.atomic
def _store(batch: list[Item], weighing: Weighing, by: Registrar) -> list[Verdict]:
    # What is new stays new until it is stored: whoever registers waits at the court.
    hold(by.court)
    verdicts = weighing.weigh(batch)
    register([one.draft for one in verdicts if one.is_new and one.draft is not None], by)
    return verdicts


def _note(path: Path, report: Report, by: Registrar) -> None:
    report.stored = report.new
    if not report.stored:
        return
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    journal.record(
        at=by.at,
        actor_id=by.actor.pk,
        actor_name=by.actor.full_name,
        post=by.post.value,
        act="import_matters",
        subject={"file": path.name, "sha256": digest},
        detail={"matters": report.stored},
    )
