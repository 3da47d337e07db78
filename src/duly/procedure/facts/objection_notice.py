"""Facts for an objection to enforcement (执行异议), and the earlier ones it repeats."""

from datetime import date

from duly.law.mechanism.objection_notice.facts import Earlier, Facts, Ruling, object_key, overlaps
from duly.law.terms import ObjectionKind
from duly.procedure.models import Course, Objection


def gather(course: Course, on: date) -> Facts:
    """Return the objection, its signed notice, its ruling and what was objected to before."""
    objection: Objection = course.objection
    rulings = {one.value: one for one in Ruling}
    remedy = course.deadlines.filter(name="objection_remedy").order_by("-pk").first()
    return Facts(
        on=on,
        kind=ObjectionKind(objection.kind),
        received_on=objection.received_date,
        notice_signed_on=objection.notice_signed_date,
        earlier=_earlier(objection),
        ruling=rulings.get(objection.outcome),
        remedy_until=remedy.last_date if remedy else None,
    )


def _earlier(objection: Objection) -> tuple[Earlier, ...]:
    before = (
        Objection.objects.filter(matter_id=objection.matter_id, pk__lt=objection.pk)
        .select_related("objector", "course__proceeding")
        .order_by("pk")
    )
    return tuple(
        Earlier(
            objector=one.objector.name,
            number=one.course.proceeding.number if one.course.proceeding else "",
            received_on=one.received_date,
            same_person=_same_person(one, objection),
            same_thing=one.object_key == objection.object_key,
            outcome=one.outcome,
        )
        for one in before
        if overlaps(one.object_key, objection.object_key) or one.object_key == objection.object_key
    )


def _same_person(one: Objection, other: Objection) -> bool:
    first, second = one.objector, other.objector
    if first.pk == second.pk:
        return True
    if first.identifier_index and second.identifier_index:
        return first.identifier_index == second.identifier_index
    return object_key(first.name) == object_key(second.name)
