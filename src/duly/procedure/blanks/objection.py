"""The notice on abuse of objections (三(四)3), and the rulings on an objection."""

from duly.documents.blank import Blank, Blanks, Rows
from duly.law.mechanism.objection_notice.facts import Ruling
from duly.law.terms import ObjectionKind, PartyRole
from duly.procedure.act import Act
from duly.procedure.blanks import case
from duly.procedure.models import Objection
from duly.registry.models import Party

RULING = "裁定异议"


def notice(act: Act, party: Party) -> Blanks:
    """Fill 滥用执行异议权利风险告知书, which is signed before the objection has a number."""
    return {
        "被告知人": Blank(party.name, "当事人信息"),
        "称谓": case.you(party),
        "异议案件": Rows(),
    }


def ruling(act: Act, party: Party) -> Blanks:
    """Fill 执行裁定书 on an objection: dismissed, an act undone, or enforcement stayed."""
    objection: Objection = act.course.objection
    on_act = objection.kind == ObjectionKind.ACT
    ordered = Rows(({"裁定内容": Blank(_ordered(act, objection), RULING)},))
    return {
        **_head(act, party),
        "异议案号": case.number(act.course.proceeding),
        "异议理由": Blank(objection.grounds.rstrip("。"), "执行异议"),
        "审查意见": Blank(act.answers["reasons"].rstrip("。"), RULING),
        "行为异议裁定": ordered if on_act else Rows(),
        "标的异议裁定": Rows() if on_act else ordered,
    }


def refusal(act: Act, party: Party) -> Blanks:
    """Fill 执行裁定书 that does not accept a repeated objection (执行异议复议规定 15)."""
    return {
        **_head(act, party),
        "审查意见": Blank(act.answers["reasons"].rstrip("。"), "不予受理"),
    }


def _head(act: Act, party: Party) -> dict[str, Blank]:
    objection: Objection = act.course.objection
    return {
        "执行案号": case.number(case.enforcement(act.matter)),
        "申请执行人": case.names(act.matter, PartyRole.CREDITOR),
        "被执行人": case.names(act.matter, PartyRole.DEBTOR),
        "案由": case.cause(act.matter),
        "异议人": Blank(party.name, "当事人信息"),
        "异议标的": Blank(objection.object, "执行异议"),
        "申请日期": case.day(objection.received_date, "执行异议"),
    }


def _ordered(act: Act, objection: Objection) -> str:
    if act.answers["outcome"] is Ruling.DISMISSED:
        return f"驳回异议人{objection.objector.name}的异议请求"
    if objection.kind == ObjectionKind.THING:
        return f"中止对{objection.object}的执行"
    return str(act.answers["order"] or "").rstrip("。")
