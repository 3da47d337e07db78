"""Papers of the second stage."""

from duly.documents.blank import Blank, Blanks, Rows
from duly.law.calendar import in_digits
from duly.law.terms import Channel, ContactResult, PartyRole, Stage
from duly.procedure.act import Act
from duly.procedure.blanks import case
from duly.procedure.facts import debt
from duly.registry.models import Matter, Party


def application(act: Act, party: Party) -> Blanks:
    """Fill 执前督促履行申请书, for the applicant to sign."""
    chain = case.instruments(act.matter, *case.FULL)
    del chain["作出法院"]  # 贵院: the application names the court by address
    return {
        **chain,
        "自称": case.oneself(party),
        "对方当事人": case.names(act.matter, PartyRole.DEBTOR),
        "案由": case.cause(act.matter),
        "申请人": case.names(act.matter, PartyRole.CREDITOR),
    }


def notice(act: Act, party: Party) -> Blanks:
    """Fill 执前督促履行告知书, for one debtor."""
    term = act.course.deadlines.filter(name="urging_month", stopped_at=None).first()
    limit = Rows(({"督促期限届满日": case.day(term.last_date, "督促期限")},)) if term else Rows()
    return {
        **case.instruments(act.matter, *case.FULL),
        "督促案号": case.number(act.course.proceeding),
        "被告知人": Blank(party.name, "当事人信息"),
        "称谓": case.you(party),
        "对方当事人": case.names(act.matter, PartyRole.CREDITOR),
        "案由": case.cause(act.matter),
        "申请执行人": case.names(act.matter, PartyRole.CREDITOR),
        "申请日期": case.applied_on(act.matter),
        "义务": case.obligations(act.matter),
        "督促限期": limit,
        **case.fees(act),
    }


def transfer_record(act: Act, party: Party) -> Blanks:
    """Fill 移送执行立案表, which carries the dossier into enforcement."""
    matter, course = act.matter, act.course
    term = course.deadlines.filter(name="urging_month").order_by("-pk").first()
    mediator = course.assignments.order_by("-pk").first()
    owed = debt.statement(matter, act.on)
    paid = debt.paid(matter, act.on)
    return {
        **case.instruments(matter, *case.FULL),
        "督促案号": case.number(course.proceeding),
        "案由": case.cause(matter),
        "申请执行人": case.names(matter, PartyRole.CREDITOR),
        "履行义务人": case.names(matter, PartyRole.DEBTOR),
        "联系电话": case.phone(party),
        "申请执行标的": Blank(f"尚欠{owed.known}", f"截至{in_digits(act.on)}的账目"),
        "申请日期": case.applied_on(matter),
        "督促开始日期": case.day(term.start_date if term else None, "督促期限"),
        "督促期限届满日": case.day(term.last_date if term else None, "督促期限"),
        "督促人员": Blank(mediator.mediator.full_name if mediator else "尚未指派", "调解员指派"),
        "联系记录": Blank(_contacts(matter), "联系记录"),
        "部分履行情况": Blank(f"已到账{paid}" if paid.fen else "未履行", "到账记录"),
        "拒绝履行记录": Blank(_refusal(matter), "联系记录"),
        "督促不成原因": Blank(act.given("reasons") or "", "移送时填写"),
        "申请人意见": Blank("认为还需法院强制执行", "移送时填写"),
        "移送材料": Rows(({"材料名称": Blank("执前督促履行卷宗1册", "案卷")},)),
        "移送人": Blank(act.actor.full_name, "办理人"),
        "移送日期": case.day(act.on, "办理日期"),
    }


def _contacts(matter: Matter) -> str:
    made = list(matter.contacts.filter(stage=Stage.PRE_ENFORCEMENT.value))
    if not made:
        return "无联系记录"
    by_channel = {
        channel.chinese: sum(one.channel == channel for one in made) for channel in Channel
    }
    counted = "、".join(f"{name}{count}次" for name, count in by_channel.items() if count)
    reached = sum(ContactResult(one.result).is_contact for one in made)
    return f"{counted}，其中取得联系{reached}次"


def _refusal(matter: Matter) -> str:
    refused = matter.contacts.filter(
        stage=Stage.PRE_ENFORCEMENT.value, result=ContactResult.REFUSED.value
    )
    return "；".join(f"{in_digits(one.on)}，{one.note}" for one in refused) or "无"
