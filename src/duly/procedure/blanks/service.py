"""Papers about service: the address that a party confirms, and the proof of service."""

from django.utils import timezone

from duly.documents.blank import Blank, Blanks, Rows
from duly.documents.models import Paper
from duly.law.calendar import in_digits
from duly.law.terms import PartyRole
from duly.procedure import serving
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
    given = act.answers
    return {
        "案号": case.newest_number(act.matter),
        "案由": case.cause(act.matter),
        "受送达人": Blank(party.name, "当事人信息"),
        "送达地址": Blank(given["address"], TYPED),
        "送达方式": Blank(given["method"].chinese, TYPED),
        "填发人": Blank(act.actor.full_name, "办理人"),
        "送达人": Blank(given["server"], TYPED),
        "送达回证文书": _paper(_title(given["what"]), str(given["copies"])),
    }


def electronic_proof(act: Act, party: Party) -> Blanks:
    """Fill 电子送达凭证 for one electronic service that counts (在线诉讼规则 31)."""
    given, service = act.answers, act.answers["service"]
    served_on = serving.weighed(service, on=act.on).served_on
    what = service.instrument or Paper.objects.get(pk=service.paper_id)
    return {
        "案号": case.newest_number(act.matter),
        "案由": case.cause(act.matter),
        "受送达人": Blank(party.name, "当事人信息"),
        "电子送达地址": Blank(given["address"], TYPED),
        "同意记录": _consent(party),
        "送达回证文书": _paper(_title(what), "1"),
        "送达平台": Blank(given["platform"], TYPED),
        "发送时间": Blank(given["sent"], TYPED),
        "到达时间": Blank(given["arrived"], TYPED),
        "系统记录": Blank(given["log"], TYPED),
        "送达日期": case.day(served_on, f"送达登记第{service.pk}号"),
        "送达人": Blank(service.recorded_by.full_name, "送达登记"),
    }


def _consent(party: Party) -> Blank:
    point = party.contact_points.filter(electronic_consent=True).order_by("pk").first()
    if point is None:
        return Blank("", "联系方式")
    day = in_digits(timezone.localdate(point.recorded_at))
    return Blank(f"{day}登记同意电子送达（{point.source}）", "联系方式")


def _title(what: Instrument | Paper) -> str:
    return f"{what}书" if isinstance(what, Instrument) else what.title


def _paper(title: str, copies: str) -> Rows:
    return Rows(({"文书名称": Blank(title, "文书登记"), "件数": Blank(copies, TYPED)},))
