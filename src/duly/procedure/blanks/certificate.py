"""The certificate in its two wordings, and the neutral confirmation."""

from django.utils import timezone

from duly.documents.blank import Blank, Blanks
from duly.law.terms import FactQuestion, PartyRole
from duly.procedure.act import Act
from duly.procedure.blanks import case
from duly.procedure.facts import debt
from duly.procedure.facts.revocation import standing
from duly.registry.models import Party


def full(act: Act, party: Party) -> Blanks:
    """Fill 自动履行证明书 for full performance."""
    filed = case.enforcement(act.matter)
    return {
        **case.instruments(act.matter, *case.FULL),
        "执行案号": case.number(filed),
        "申请执行人": case.names(act.matter, PartyRole.CREDITOR),
        "被执行人": Blank(party.name, "当事人信息"),
        "案由": case.cause(act.matter),
        "立案日期": case.day(filed.filed_date, "执行立案"),
        "履行完毕日期": case.day(debt.performed_since(act.matter, act.on, party), "账目"),
    }


def main(act: Act, party: Party) -> Blanks:
    """Fill 自动履行证明书 for main obligations with the applicant's consent."""
    found = act.matter.facts.filter(
        party=party, question=FactQuestion.MAIN_PERFORMED.value, withdrawn_at=None
    ).first()
    left = debt.statement(act.matter, act.on)
    return {
        **full(act, party),
        "履行完毕日期": case.day(
            timezone.localdate(found.found_at) if found else None, "主要义务认定"
        ),
        "已履行义务": Blank(found.reasons.rstrip("。") if found else "", "主要义务认定"),
        "未履行义务": Blank(f"支付{left.known}的义务", "账目"),
    }


def confirmation(act: Act, party: Party) -> Blanks:
    """Fill 履行完毕证明, neutral, for whoever has performed and asks for it."""
    return {
        **case.instruments(act.matter, *case.FULL),
        "案号": case.newest_number(act.matter),
        "债权人": case.names(act.matter, PartyRole.CREDITOR),
        "履行义务人": Blank(party.name, "当事人信息"),
        "案由": case.cause(act.matter),
        "履行完毕日期": case.day(debt.performed_since(act.matter, act.on, party), "账目"),
    }


def revocation(act: Act, party: Party) -> Blanks:
    """Fill 撤销自动履行证明书决定书, naming the certificate by its number."""
    revoked = standing(party)
    return {
        "执行案号": case.number(case.enforcement(act.matter)),
        "申请执行人": case.names(act.matter, PartyRole.CREDITOR),
        "被执行人": Blank(party.name, "当事人信息"),
        "案由": case.cause(act.matter),
        "证明书日期": case.day(revoked.issued_date if revoked else None, "自动履行证明书"),
        "证明书编号": Blank(revoked.number if revoked else "", "自动履行证明书"),
        "撤销理由": Blank(str(act.given("reasons") or "").rstrip("。"), "报请理由"),
    }
