"""Papers that lift a listing and a consumption restriction."""

from datetime import date

from duly.documents.blank import Blank, Blanks
from duly.law.calendar import in_digits
from duly.law.terms import MeasureKind, PartyRole
from duly.procedure.act import Act
from duly.procedure.blanks import case
from duly.procedure.blanks.listing import president
from duly.procedure.facts import debt
from duly.procedure.facts.release import lifted
from duly.procedure.models import Measure
from duly.registry.models import Party


def deletion(act: Act, party: Party) -> Blanks:
    """Fill 删除失信信息决定书."""
    measure = lifted(act.course)
    term = act.course.deadlines.filter(name="release").order_by("-pk").first()
    return {
        **_head(act, party),
        "失信决定日期": case.day(_decided_on(measure), "纳入失信决定"),
        "删除事由": Blank(_performed(act, party), "账目"),
        "删除依据": Blank("第二条第二款" if measure.has_term else "第十条第一款第一项", "失信规定"),
        "删除期限": case.day(term.last_date if term else act.on, "解除期限"),
    }


def lifting(act: Act, party: Party) -> Blanks:
    """Fill 解除限制消费令."""
    measure = lifted(act.course)
    others = f"及法定代表人{party.legal_representative}" if party.legal_representative else ""
    return {
        **_head(act, party),
        "限制消费令日期": case.day(measure.imposed_date, "限制消费令"),
        "被限制人": Blank(f"被执行人{party.name}{others}", "当事人信息"),
        "解除事由": Blank(_performed(act, party), "账目"),
        "院长": Blank(president(act), "岗位"),
    }


def _head(act: Act, party: Party) -> dict[str, Blank]:
    return {
        "执行案号": case.number(case.enforcement(act.matter)),
        "申请执行人": case.names(act.matter, PartyRole.CREDITOR),
        "被执行人": Blank(party.name, "当事人信息"),
        "案由": case.cause(act.matter),
    }


def _performed(act: Act, party: Party) -> str:
    since = debt.performed_since(act.matter, act.on, party)
    when = f"已于{in_digits(since)}" if since else "已"
    return f"被执行人{party.name}{when}履行完毕生效法律文书确定的义务"


def _decided_on(measure: Measure) -> date:
    restricted = Measure.objects.filter(
        party=measure.party,
        kind=MeasureKind.CONSUMPTION_RESTRICTION.value,
        imposed_date__lte=measure.imposed_date,
    )
    newest = restricted.order_by("-imposed_date").first()
    return newest.imposed_date if newest else measure.imposed_date
