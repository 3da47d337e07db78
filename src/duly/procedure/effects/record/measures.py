"""What entries about measures against property change."""

from duly.law.calendar import in_digits
from duly.law.terms import MeasureKind, PropertyClass
from duly.procedure.act import Act
from duly.procedure.facts.stayed_things import stayed_by
from duly.procedure.models import Measure
from duly.procedure.refusal import Unanswered


def impose_measure(act: Act) -> None:
    """Record a preservation measure with its object and last day."""
    given = act.answers
    if given["expires_on"] <= given["imposed_on"]:
        raise Unanswered({"expires_on": "届满日期：应晚于起始日期"})
    _refuse_stayed(act)
    Measure.objects.create(
        matter=act.matter,
        party=given["party"],
        kind=MeasureKind(given["kind"].value).value,
        object=given["object"],
        property_class=_stored(given["property_class"]),
        amount_fen=given["amount"].fen if given["amount"] else None,
        imposed_date=given["imposed_on"],
        expires_date=given["expires_on"],
        has_term=True,
        evidence=given["evidence"],
    )


def _refuse_stayed(act: Act) -> None:
    """Nothing new is done against a thing whose enforcement is stayed (民事诉讼法 238, 2023)."""
    objection = stayed_by(act.matter, act.answers["object"])
    if objection is not None:
        number = objection.course.proceeding.number if objection.course.proceeding else ""
        raise Unanswered(
            {
                "object": f"财产：{objection.objector}对该标的的异议成立（{number}），"
                "已裁定中止执行，不得采取新的措施；异议之诉判决可以执行的，登记诉讼结果后办理"
            }
        )


def renew_preservation(act: Act) -> None:
    """Put off the last day of a preservation that is still in force."""
    given = act.answers
    measure: Measure = given["measure"]
    expires = measure.expires_date
    if expires is None or expires < act.on:
        raise Unanswered({"measure": "续行的措施：期限已经届满，效力消灭，应重新采取措施"})
    if given["expires_on"] <= expires:
        raise Unanswered({"expires_on": f"续行至：应晚于现在的届满日{in_digits(expires)}"})
    measure.expires_date = given["expires_on"]
    measure.property_class = _stored(given["property_class"]) or measure.property_class
    measure.save(update_fields=["expires_date", "property_class"])


def _stored(kind: PropertyClass | None) -> str:
    return "" if kind is None else kind.value


EFFECTS = {"impose_measure": impose_measure, "renew_preservation": renew_preservation}
