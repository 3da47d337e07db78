"""What parties' applications during enforcement change: an objection, or a repair, begins."""

from duly.law.calendar import Period
from duly.law.mechanism.objection_notice.facts import object_key
from duly.law.step import Clock
from duly.law.terms import CommitmentKind, ObjectionKind, PartyRole, ProceedingKind, Role
from duly.procedure import clocks, parties
from duly.procedure.act import Act
from duly.procedure.models import Commitment, Measure, Objection
from duly.procedure.opening import open_course
from duly.procedure.refusal import StepNotAllowed, Unanswered
from duly.registry.models import Party

# 执行异议复议规定 2: 符合条件的三日内立案
FILING = Clock(
    "objection_filing",
    "执行异议立案（三日内）",
    "三(四)2",
    Role.FILING_CLERK,
    period=Period(days=3),
)


def receive_objection(act: Act) -> None:
    """Open the course of an objection, by a party or by a third party who is entered now."""
    _refuse_before_enforcement(act)
    given = act.answers
    if not object_key(given["object"]):
        raise Unanswered({"object": "异议的执行行为或者标的：应写明是什么"})
    objector = _objector(act)
    if given["objection_kind"] is ObjectionKind.THING and objector.role != PartyRole.THIRD_PARTY:
        raise Unanswered({"objection_kind": "异议种类：当事人对标的有异议的，按执行行为异议登记"})
    course = open_course(matter=act.matter, mechanism="objection_notice", at=act.at, party=objector)
    Objection.objects.create(
        matter=act.matter,
        course=course,
        objector=objector,
        kind=given["objection_kind"].value,
        object=given["object"],
        object_key=object_key(given["object"]),
        grounds=given["grounds"],
        received_date=given["received_on"],
    )
    clocks.start_for(FILING, course, given["received_on"])


def _objector(act: Act) -> Party:
    given = act.answers
    known: Party | None = given["objector"]
    if known is not None and given["name"]:
        raise Unanswered({"name": "案外人姓名或名称：已选择异议人的不填"})
    if known is not None:
        return known
    if not given["name"] or given["kind"] is None:
        raise Unanswered({"objector": "异议人：请选择；新的案外人请填写姓名或名称和类别"})
    return parties.add(
        act.matter,
        PartyRole.THIRD_PARTY,
        kind=given["kind"],
        name=given["name"],
        identifier=None,
        representative=None,
    )


def receive_repair(act: Act) -> None:
    """Open the course of a temporary repair that a debtor asks for (三(五)2(2))."""
    _refuse_before_enforcement(act)
    given = act.answers
    if given["repair_until"] < given["repair_from"]:
        raise Unanswered({"repair_until": "修复止日：不能早于起日"})
    _refuse_second(given["party"])
    _refuse_what_is_not_in_force(act)
    course = open_course(matter=act.matter, mechanism="commitment", at=act.at, party=given["party"])
    Commitment.objects.create(
        course=course,
        party=given["party"],
        kind=CommitmentKind.REPAIR.value,
        reason=given["reason"],
        measures=given["measures"].value,
        repair_from=given["repair_from"],
        repair_until=given["repair_until"],
        promised_date=given["promised_on"],
    )


def _refuse_second(party: Party) -> None:
    running = Commitment.objects.filter(
        party=party, kind=CommitmentKind.REPAIR.value, course__closed_at=None
    )
    if running.exists():
        raise Unanswered({"party": "申请的被执行人：已有在办的临时修复，先办结"})


def _refuse_what_is_not_in_force(act: Act) -> None:
    party = act.answers["party"]
    standing = set(
        Measure.objects.filter(party=party, released_date=None).values_list("kind", flat=True)
    )
    missing = [kind for kind in act.answers["measures"].kinds if kind.value not in standing]
    if missing:
        names = "、".join(kind.chinese for kind in missing)
        raise Unanswered({"measures": f"申请解除的措施：现在没有{names}"})


def _refuse_before_enforcement(act: Act) -> None:
    filed = act.matter.proceedings.filter(kind=ProceedingKind.ENFORCEMENT.value)
    if not filed.exists():
        raise StepNotAllowed("本案尚未执行立案")


EFFECTS = {"receive_objection": receive_objection, "receive_repair": receive_repair}
