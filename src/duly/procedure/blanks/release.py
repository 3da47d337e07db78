"""Papers that lift a listing and a consumption restriction."""

from datetime import date

from duly.documents.blank import Blank, Blanks
from duly.law.calendar import in_digits
from duly.law.mechanism.listing.facts import DeletionGround
from duly.law.terms import MeasureKind, PartyRole
from duly.procedure.act import Act
from duly.procedure.blanks import case
from duly.procedure.blanks.listing import president
from duly.procedure.facts import debt
from duly.procedure.facts.listing import decision, is_wrong
from duly.procedure.facts.release import lifted
from duly.procedure.models import Measure, StepTaken
from duly.registry.models import Party


def deletion(act: Act, party: Party) -> Blanks:
    """Fill 删除失信信息决定书."""
    measure = lifted(act.course)
    term = act.course.deadlines.filter(name="release").order_by("-pk").first()
    return {
        **head(act, party),
        "失信决定日期": case.day(decided_on(measure), "纳入失信决定"),
        "删除事由": _why(act, party, measure),
        "删除依据": Blank(_basis(act, measure), "失信规定"),
        "删除期限": case.day(term.last_date if term else act.on, "解除期限"),
    }


def lifting(act: Act, party: Party) -> Blanks:
    """Fill 解除限制消费令."""
    measure = lifted(act.course)
    return {
        **head(act, party),
        "限制消费令日期": case.day(measure.imposed_date, "限制消费令"),
        "被限制人": Blank(restricted(party), "当事人信息"),
        "解除事由": _why(act, party, measure),
        "院长": Blank(president(act), "岗位"),
    }


def restricted(party: Party) -> str:
    """Return whom a restriction binds, in the third person."""
    others = f"及法定代表人{party.legal_representative}" if party.legal_representative else ""
    return f"被执行人{party.name}{others}"


def _why(act: Act, party: Party, measure: Measure) -> Blank:
    """Why a measure ends: performance, or else the decision that ends it."""
    decided = decision(measure)
    if decided is None or debt.performed_since(act.matter, act.on, party) is not None:
        return Blank(_performed(act, party), "账目")
    return Blank(_decided(act, party, decided), "失信名单管理")


def _decided(act: Act, party: Party, decided: StepTaken) -> str:
    if is_wrong(decided):
        return f"经审查，被执行人{party.name}不应纳入失信被执行人名单"
    if decided.name == "decide_deletion":
        return DeletionGround(decided.answers["ground"]).chinese
    if decided.name == "term_over":
        return "纳入失信被执行人名单的期限届满"
    if decided.name == "decide_early_deletion":
        return f"被执行人{party.name}积极履行义务、主动纠正失信行为"
    return f"经审查，被执行人{party.name}的失信信息应予删除"


def _basis(act: Act, measure: Measure) -> str:
    decided = decision(measure)
    if decided is None:
        return "第二条第二款" if measure.has_term else _performed_under(act)
    if is_wrong(decided):
        return "第九条"
    if decided.name == "decide_deletion":
        return DeletionGround(decided.answers["ground"]).limb
    if decided.name == "term_over":
        return "第十条第二款"
    return "第二条第二款" if measure.has_term else "第十条第一款"


def _performed_under(act: Act) -> str:
    """The limb of 失信规定 10 for a debt performed, or for a settlement performed."""
    return f"第十条第一款第{'二' if _settled(act) else '一'}项"


def _settled(act: Act) -> bool:
    agreed = debt.settlement(act.matter)
    return agreed is not None and agreed.performed is True


def head(act: Act, party: Party) -> dict[str, Blank]:
    """Return the blanks that every paper about a measure begins with."""
    return {
        "执行案号": case.number(case.enforcement(act.matter)),
        "申请执行人": case.names(act.matter, PartyRole.CREDITOR),
        "被执行人": Blank(party.name, "当事人信息"),
        "案由": case.cause(act.matter),
    }


def _performed(act: Act, party: Party) -> str:
    since = debt.performed_since(act.matter, act.on, party)
    when = f"已于{in_digits(since)}" if since else "已"
    what = "执行和解协议" if _settled(act) else "生效法律文书"
    return f"被执行人{party.name}{when}履行完毕{what}确定的义务"


def decided_on(measure: Measure) -> date:
    """Return the day of the decision that a listing rests on."""
    restricted = Measure.objects.filter(
        party=measure.party,
        kind=MeasureKind.CONSUMPTION_RESTRICTION.value,
        imposed_date__lte=measure.imposed_date,
    )
    newest = restricted.order_by("-imposed_date").first()
    return newest.imposed_date if newest else measure.imposed_date
