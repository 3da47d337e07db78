"""The single permit under a consumption restriction (限制消费规定 8)."""

from duly.documents.blank import Blank, Blanks
from duly.law.terms import MeasureKind
from duly.procedure.act import Act
from duly.procedure.blanks import case, release
from duly.procedure.facts.listing import newest
from duly.registry.models import Party


def permit(act: Act, party: Party) -> Blanks:
    """Fill 单次解除限制消费决定书: one act, its days, its need."""
    order = newest(party, MeasureKind.CONSUMPTION_RESTRICTION)
    return {
        **release.head(act, party),
        "限制消费令日期": case.day(order.imposed_date if order else None, "限制消费令"),
        "被准许人": Blank(f"被执行人{party.name}", "当事人信息"),
        "准许申请日期": case.day(act.given("applied_on"), "申请材料"),
        "必需事由": Blank(str(act.given("need") or "").rstrip("。"), "申请材料"),
        "消费事项": Blank(str(act.given("what") or "").rstrip("。"), "申请材料"),
        "准许开始日期": case.day(act.given("permit_from"), "报请"),
        "准许结束日期": case.day(act.given("permit_until"), "报请"),
    }
