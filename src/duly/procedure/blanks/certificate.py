"""The certificate in its two wordings, and the neutral confirmation."""

from django.utils import timezone

from duly.documents.blank import Blank, Blanks
from duly.law.calendar import in_digits
from duly.law.terms import FactQuestion, PartyRole
from duly.procedure.act import Act
from duly.procedure.blanks import case
from duly.procedure.facts import debt
from duly.procedure.facts.revocation import standing
from duly.registry.models import Party

INSTRUMENT = "上述法律文书确定的义务"


def full(act: Act, party: Party) -> Blanks:
    """Fill 自动履行证明书 for full performance, of the instrument or of a settlement."""
    return {**_case(act, party), **_performance(act, party)}


def _case(act: Act, party: Party) -> Blanks:
    filed = case.enforcement(act.matter)
    return {
        **case.instruments(act.matter, *case.FULL),
        "执行案号": case.number(filed),
        "申请执行人": case.names(act.matter, PartyRole.CREDITOR),
        "被执行人": Blank(party.name, "当事人信息"),
        "案由": case.cause(act.matter),
        "立案日期": case.day(filed.filed_date, "执行立案"),
    }


def _performance(act: Act, party: Party) -> dict[str, Blank]:
    """What was performed, and when: a settlement kept is not the instrument performed."""
    kept = debt.kept_settlement(act.matter, act.on, party)
    what = (
        Blank(f"双方于{in_digits(kept.reached_date)}达成的执行和解协议确定的义务", "执行和解协议")
        if kept
        else Blank(INSTRUMENT, "账目")
    )
    since = debt.performed_since(act.matter, act.on, party)
    return {"履行完毕日期": case.day(since, what.source), "履行完毕的义务": what}


def main(act: Act, party: Party) -> Blanks:
    """Fill 自动履行证明书 for main obligations with the applicant's consent."""
    found = act.matter.facts.filter(
        party=party, question=FactQuestion.MAIN_PERFORMED.value, withdrawn_at=None
    ).first()
    left = debt.statement(act.matter, act.on)
    return {
        **_case(act, party),
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
        **_performance(act, party),
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
