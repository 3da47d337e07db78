"""What a person sees of a changed wording before it counts: checks, differences, samples."""

from dataclasses import dataclass
from datetime import date

from duly.documents import versions
from duly.documents.corrections import NoSource, beside_the_source
from duly.documents.court import CourtFace
from duly.documents.drawing import Drawn
from duly.documents.sample import SampleCase, sample
from duly.documents.templates import Template
from duly.documents.versions import Change, Compared, Fault
from duly.procedure import template_versions
from duly.procedure.template_versions import Proposed
from duly.registry.court_files import law
from duly.registry.models import Court


@dataclass(frozen=True, slots=True)
class Pair:
    """One sample as the wording in force prints it, and as the new one would."""

    case: SampleCase
    before: Drawn
    after: Drawn


@dataclass(frozen=True, slots=True)
class Look:
    """Everything about a changed wording; without samples where it has faults.

    `source` is how it differs from the mechanism's own wording beyond the listed corrections:
    empty where it does not, None where the mechanism has no wording for the paper.
    """

    faults: tuple[Fault, ...]
    notes: tuple[str, ...]
    rows: tuple[Compared, ...]
    source: tuple[Change, ...] | None
    samples: tuple[Pair, ...]

    @property
    def changed(self) -> bool:
        """Whether anything differs from the wording in force."""
        return not all(row.same for row in self.rows)

    @property
    def of_the_whole(self) -> tuple[Fault, ...]:
        """The faults that belong to no paragraph."""
        return tuple(fault for fault in self.faults if not fault.paragraph)


def look(court: Court, proposed: Proposed, before: Template | None = None) -> Look:
    """Return what is to be seen of a wording before it is proposed or published.

    `before` is the wording that it is held against: by default the one in force on its day.
    """
    before = before or versions.in_force(court, proposed.template, on=proposed.since)
    faults = template_versions.faults(court, proposed)
    rows = versions.compared(versions.lines(before.id, before.version), proposed.lines)
    if faults:
        return Look(faults, (), rows, (), ())
    after = versions.read_kept(proposed.file)
    return Look(
        (),
        versions.notes(proposed.template, proposed.lines, before),
        rows,
        departure(after),
        _samples(court, before, after, proposed.since),
    )


def departure(template: Template) -> tuple[Change, ...] | None:
    """Return how a wording differs from the mechanism's own, but for the listed corrections."""
    try:
        source, ours = beside_the_source(template)
    except NoSource:
        return None
    return () if ours == source else versions.shortened(versions.words(source, ours))


def drawn_sample(court: Court, template: Template, case: SampleCase, on: date) -> Drawn:
    """Return a sample under a court's name and law. Raises drawing.Refused."""
    face = CourtFace(court.name, court.code)
    return sample(template, case, on=on, court=face, law=law())


def _samples(court: Court, before: Template, after: Template, on: date) -> tuple[Pair, ...]:
    return tuple(
        Pair(case, drawn_sample(court, before, case, on), drawn_sample(court, after, case, on))
        for case in SampleCase
    )
