"""Papers with which an enforcement proceeding begins."""

from duly.documents.blank import Blank, Blanks
from duly.law.terms import PartyRole
from duly.procedure.act import Act
from duly.procedure.blanks import case
from duly.procedure.facts.defaulter_warning import papers_served
from duly.registry.models import AccountOwner, Party


def notice(act: Act, party: Party) -> Blanks:
    """Fill 执行通知书, for one debtor."""
    return {
        **_head(act, party),
        **case.instruments(act.matter, *case.FULL),
        "对方当事人": case.names(act.matter, PartyRole.CREDITOR),
        "申请日期": case.applied_on(act.matter),
        "履行期限": case.day(act.given("perform_by"), "办理时填写"),
        "义务": case.obligations(act.matter),
        "案款账户": case.account_rows(act.matter, AccountOwner.ENFORCEMENT_FUNDS),
        **case.fees(act),
        **_court(act),
    }


def report_order(act: Act, party: Party) -> Blanks:
    """Fill 报告财产令, for one debtor."""
    return {
        **_head(act, party),
        "报告期限": case.day(act.given("report_by"), "办理时填写"),
        **_court(act),
    }


def report_form(act: Act, party: Party) -> Blanks:
    """Fill 财产申报表, which goes with the order."""
    head = _head(act, party)
    served = papers_served(act.matter, party, act.on)["《执行通知书》"]
    received = case.day(served, "送达记录")
    return {
        "执行案号": head["执行案号"],
        "被执行人": head["被执行人"],
        "申请执行人": head["申请执行人"],
        "案由": head["案由"],
        "证件号码": Blank(party.identifier or "", "当事人信息"),
        "执行通知收到日期": received if received.value else case.day(act.on, "发出之日"),
        "报告期限": case.day(act.given("report_by"), "办理时填写"),
    }


def _head(act: Act, party: Party) -> dict[str, Blank]:
    filed = case.enforcement(act.matter)
    return {
        "执行案号": case.number(filed),
        "被执行人": Blank(party.name, "当事人信息"),
        "称谓": case.you(party),
        "案由": case.cause(act.matter),
        "申请执行人": case.names(act.matter, PartyRole.CREDITOR),
        "立案日期": case.day(filed.filed_date, "执行立案"),
    }


def _court(act: Act) -> dict[str, Blank]:
    court = act.matter.court
    return {
        "联系人": Blank(act.actor.full_name, "办理人"),
        "法院电话": Blank(court.phone, "法院设置"),
        "法院地址": Blank(court.address, "法院设置"),
    }
