"""Papers about service: the address that a party confirms, and the receipt that he signs."""

from duly.documents.blank import Blank, Blanks, Rows
from duly.law.terms import PartyRole
from duly.procedure.act import Act
from duly.procedure.blanks import case
from duly.registry.models import Instrument, Party

TYPED = "办理时填写"


def address_confirmation(act: Act, party: Party) -> Blanks:
    """Fill 送达地址确认书, for the party to sign."""
    given = act.answers
    agreed = given["electronic_consent"]
    return {
        "案号": case.newest_number(act.matter),
        "案由": case.cause(act.matter),
        "受送达人": Blank(party.name, "当事人信息"),
        "诉讼地位": Blank(PartyRole(party.role).chinese, "当事人信息"),
        "证件号码": Blank(party.identifier or "", "当事人信息"),
        "送达地址": Blank(given["address"], TYPED),
        "收件人": Blank(given["receiver"], TYPED),
        "联系电话": Blank(given["phone"], TYPED),
        "电子送达意见": Blank("同意电子送达" if agreed else "不同意电子送达", TYPED),
        "电子送达地址": Blank((given["electronic_address"] or "") if agreed else "无", TYPED),
    }


def receipt(act: Act, party: Party) -> Blanks:
    """Fill 送达回证 for one paper or instrument."""
    given, what = act.answers, act.answers["what"]
    title = f"{what}书" if isinstance(what, Instrument) else what.title
    return {
        "案号": case.newest_number(act.matter),
        "案由": case.cause(act.matter),
        "受送达人": Blank(party.name, "当事人信息"),
        "送达地址": Blank(given["address"], TYPED),
        "送达方式": Blank(given["method"].chinese, TYPED),
        "填发人": Blank(act.actor.full_name, "办理人"),
        "送达人": Blank(given["server"], TYPED),
        "送达回证文书": Rows(
            ({"文书名称": Blank(title, "文书登记"), "件数": Blank(str(given["copies"]), TYPED)},)
        ),
    }
