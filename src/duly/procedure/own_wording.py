"""The text of one draft, changed for this paper alone: kept with its reason until it is issued.

What the record gives the paper stays where it is, in its blanks: it is corrected at its source.
Whoever changed the text does not issue the paper; who issues it sees what differs.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from duly.accounts.models import User
from duly.documents import versions
from duly.documents.court import CourtFace
from duly.documents.models import Paper
from duly.documents.templates import Template, WrittenLine, with_lines
from duly.documents.versions import Compared, Fault
from duly.journal import actions as journal
from duly.law.step import Step
from duly.law.terms import Role
from duly.procedure.act import Act
from duly.procedure.allowing import allowed, locked
from duly.procedure.facts.rows import rows
from duly.procedure.models import Course, OwnWording
from duly.procedure.refusal import Refusal
from duly.registry.court_files import law
from duly.registry.models import Court, Matter, Party
from duly.work.reading import of_matter, once_for_all

OWN_WORDINGS = rows(
    lambda *matters: (
        OwnWording.objects.filter(course__matter_id__in=matters)
        .annotate(of_matter=F("course__matter_id"))
        .select_related("by")
        .order_by("pk")
    ),
    "of_matter",
)
MAIN_WORDING = {"performance-certificate": "performance-certificate-main"}
"""The second wording of a paper, where the first would certify too much."""


class NotKept(Refusal):
    """A text that cannot be kept for a draft; the message says why."""


def template_for(course: Course, template_id: str, party: Party, on: date) -> Template:
    """Return the wording that a paper of a course is drawn from on a day."""
    own = of_draft(course, template_id, party)
    if own is not None:
        return versions.by_hash(template_id, own.version)
    return of_court(course.matter.court, template_id, on)


def of_court(court: Court, template_id: str, on: date) -> Template:
    """Return the wording in force in a court on a day."""
    found: Template = once_for_all(
        ("template", court.pk, template_id, on),
        lambda: versions.in_force(court, template_id, on=on),
    )
    return found


def of_draft(course: Course, template_id: str, party: Party) -> OwnWording | None:
    """Return the text that a draft was given, unless it went back or was issued since."""
    rows = [
        row
        for row in _of_matter(course.matter)
        if (row.course_id, row.template, row.party_id) == (course.pk, template_id, party.pk)
    ]
    if not rows or rows[-1].version == rows[-1].base or _issued(rows[-1]):
        return None
    return rows[-1]


def any_of_course(course: Course) -> bool:
    """Whether any paper of a course was given a text of its own, which is to be looked at."""
    return any(row.course_id == course.pk for row in _of_matter(course.matter))


def of_paper(paper: Paper) -> OwnWording | None:
    """Return the text that a paper was given in place of its template's, or None."""
    rows = OwnWording.objects.filter(
        course__matter=paper.matter_id,
        template=paper.template,
        version=paper.template_version,
        at__lte=paper.drawn_at,
    )
    row = rows.select_related("by").order_by("-pk").first()
    return None if row is None or row.version == row.base else row


def differs(own: OwnWording) -> tuple[Compared, ...]:
    """Return what a draft's text says otherwise than the template that it departs from."""
    before = versions.lines(own.template, own.base)
    return versions.compared(before, versions.lines(own.template, own.version))


@transaction.atomic
def keep(
    *,
    matter_id: int,
    course_id: int,
    step: str,
    template_id: str,
    party_id: int,
    lines: Sequence[WrittenLine],
    reason: str,
    actor: User,
    at: datetime,
    version: int,
) -> OwnWording:
    """Keep the text of a draft; the template's own lines take it back to the template.

    :raises Stale: if somebody changed the matter since it was shown.
    :raises StepNotAllowed: if the actor may not take the step that makes the paper.
    :raises NotKept: for a text with a fault or without a reason, or where it is not his to change.
    """
    act = allowed(locked(matter_id, course_id, version), step, actor, at)
    party = _party(act, template_id, party_id)
    base = of_court(act.matter.court, template_id, act.on)
    file = versions.file_by_hash(template_id, base.version)
    if not reason.strip():
        raise NotKept("请写明改动的理由")
    found = faults(act.matter, template_id, lines, act.on)
    if found:
        raise NotKept("文字还有问题：" + "；".join(fault.sentence for fault in found))
    versions.keep(file)
    template = versions.keep(with_lines(file, lines))
    return _record(act, party, template, base, reason.strip())


def faults(
    matter: Matter, template_id: str, lines: Sequence[WrittenLine], on: date
) -> tuple[Fault, ...]:
    """Return everything for which a paper with this text would be refused."""
    face = CourtFace(matter.court.name, matter.court.code)
    return versions.faults(template_id, lines, on=on, court=face, law=law())


def _record(act: Act, party: Party, template: Template, base: Template, reason: str) -> OwnWording:
    matter = act.matter
    matter.version += 1
    matter.save(update_fields=["version"])
    journal.record(
        at=act.at,
        actor_id=act.actor.pk,
        actor_name=act.actor.full_name,
        post=act.post.value,
        act="paper.change_wording",
        matter_id=matter.pk,
        subject={"course": act.course.pk, "template": template.id, "party": party.pk},
        detail={"version": template.version, "base": base.version, "reason": reason},
    )
    return OwnWording.objects.create(
        course=act.course,
        party=party,
        template=template.id,
        version=template.version,
        base=base.version,
        reason=reason,
        by=act.actor,
        at=act.at,
    )


def _party(act: Act, template_id: str, party_id: int) -> Party:
    if not may_change(act.step):
        raise NotKept("这一步不改动文字：审批人写明理由退回；调解员发出的文书按样式制作")
    party = act.matter.parties.filter(pk=party_id).first()
    if party is None or template_id not in made_by(act.step.draws + act.step.issues):
        raise NotKept("这一步不制作这份文书")
    return party


def may_change(step: Step[Any]) -> bool:
    """Whether the texts of a step's papers may be changed: where another of the court issues them.

    Whoever decides returns a proposal instead; a mediator is alone with his matter.
    """
    return not step.second_person and bool(step.by - {Role.MEDIATOR})


def made_by(templates: tuple[str, ...]) -> frozenset[str]:
    """Return the papers that a step may make, with the second wording of the certificate."""
    return frozenset(templates) | {MAIN_WORDING[one] for one in templates if one in MAIN_WORDING}


def _of_matter(matter: Matter) -> list[OwnWording]:
    known: list[OwnWording] = of_matter(OWN_WORDINGS, matter.pk)
    return known


def _issued(own: OwnWording) -> bool:
    return Paper.objects.filter(
        matter=own.course.matter_id,
        template=own.template,
        template_version=own.version,
        drawn_at__gte=own.at,
    ).exists()
