"""Papers of the first stage."""

from duly.documents.blank import Blank, Blanks
from duly.law.terms import PartyRole
from duly.procedure.act import Act
from duly.procedure.blanks import case
from duly.procedure.facts import instrument
from duly.registry.models import AccountOwner, Party


def account_confirmation(act: Act, party: Party) -> Blanks:
    """Fill 收款账户确认书, for the creditor to sign."""
    first = instrument.first(act.matter)
    return {
        "审理案号": Blank(first.number if first else "", "生效法律文书"),
        "自称": case.oneself(party),
        "债权人": Blank(party.name, "当事人信息"),
        "履行义务人": case.names(act.matter, PartyRole.DEBTOR),
        "案由": case.cause(act.matter),
        "诉讼地位": Blank("债权人", "当事人信息"),
        "联系电话": _phone(party),
        "收款账户": case.account_rows(act.matter, AccountOwner.CREDITOR),
    }


def _phone(party: Party) -> Blank:
    known = case.phone(party)
    return known if known.value else Blank("未提供", "当事人信息")


def performance_notice(act: Act, party: Party) -> Blanks:
    """Fill 自动履行告知书, which goes with the instrument."""
    standing = instrument.last(act.matter)
    return {
        "文书种类": Blank(standing.get_kind_display() if standing else "", "生效法律文书"),
        "收款账户": case.account_rows(act.matter, AccountOwner.CREDITOR),
    }
