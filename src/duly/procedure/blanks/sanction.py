"""What the decisions and notices of both sanctions print: who, for which acts, why so much."""

from collections.abc import Mapping
from typing import Any

from duly.documents.blank import Blank, Rows
from duly.law.calendar import in_digits
from duly.law.identity import resident_id
from duly.law.terms import PartyRole, ReportBreach, SanctionGround, SanctionTarget
from duly.procedure import proposals
from duly.procedure.act import Act
from duly.procedure.blanks import case
from duly.procedure.facts.defaulter_warning import warning
from duly.procedure.facts.sanction import asked
from duly.procedure.models import Misconduct, Responsible
from duly.registry.court_settings import SettingName, setting
from duly.registry.models import ContactPointKind, Party

FOUND = "行为认定"
PROPOSED = "报请"
NUMERALS = "一二三四五六七八九十"
# 妨害执行的行为, in the words of the provision that makes each one punishable.
WORDS = {
    SanctionGround.ABLE_BUT_REFUSING: "有履行能力而拒不履行人民法院已经发生法律效力的判决、裁定",
}


def head(act: Act, party: Party) -> dict[str, Blank]:
    """Return the case's own blanks: parties, cause, number of the enforcement proceeding."""
    return {
        "执行案号": case.number(case.enforcement(act.matter)),
        "申请执行人": case.names(act.matter, PartyRole.CREDITOR),
        "被执行人": Blank(party.name, "当事人信息"),
        "案由": case.cause(act.matter),
    }


def numbered(act: Act, party: Party) -> dict[str, Blank]:
    """Return the case's own blanks with the decision's number, which is the proceeding's."""
    return {**head(act, party), "决定案号": case.number(case.enforcement(act.matter))}


def decision(act: Act, party: Party) -> dict[str, Blank | Rows]:
    """Return what both decisions print, but for the amount or the days."""
    proposal = proposals.before_the_president(act)
    filed = case.enforcement(act.matter)
    return {
        **numbered(act, party),
        **case.instruments(act.matter, *case.FULL),
        "立案日期": case.day(filed.filed_date, "执行立案"),
        **sanctioned(act, party),
        "告知": _warned(act, party),
        "认定事实": Blank("；".join(_told(one) for one in _acts(act)), FOUND),
        "违反报告": _breaches(act),
        "妨害行为": Blank(obstruction(_acts(act)), FOUND),
        "裁量理由": Blank(_factors(act, proposal), PROPOSED),
        "上一级法院": Blank(_upper_court(act), "法院设置"),
    }


def _upper_court(act: Act) -> str:
    return setting(act.matter.court, SettingName.UPPER_COURT, on=act.on)


def sanctioned(act: Act, party: Party) -> dict[str, Blank]:
    """Return who is sanctioned, with what identifies him; empty where that is not on record."""
    responsible: Responsible | None = proposals.before_the_president(act).get("responsible")
    if responsible is not None:
        return {
            "被处罚人": Blank(responsible.name, "责任人员登记"),
            "被处罚人信息": Blank(of_responsible(responsible), "责任人员登记"),
        }
    return {
        "被处罚人": Blank(party.name, "当事人信息"),
        "被处罚人信息": Blank(of_party(party), "当事人信息"),
    }


def target(act: Act) -> Blank:
    """Return the kind of target, which decides the range."""
    chosen: SanctionTarget | None = proposals.before_the_president(act).get("target")
    return Blank(chosen.chinese if chosen else "", PROPOSED)


def of_party(party: Party) -> str:
    """Return what identifies a party; empty where number or address is not on record."""
    where = address(party)
    if not party.identifier or not where:
        return ""
    if not party.is_unit:
        return _person(party.identifier, where)
    led = f"，法定代表人{party.legal_representative}" if party.legal_representative else ""
    return f"统一社会信用代码{party.identifier}，住所{where}{led}"


def of_responsible(one: Responsible) -> str:
    """Return what identifies a person responsible in a unit, and what he is there."""
    return (
        f"{_person(one.identifier, one.address)}，系{one.party.name}的{one.get_position_display()}"
    )


def address(party: Party) -> str:
    """Return the newest address of a party; empty where none is on record."""
    points = party.contact_points.filter(kind=ContactPointKind.ADDRESS.value)
    newest = points.order_by("-pk").first()
    return newest.value if newest else ""


def obstruction(found: list[Misconduct]) -> str:
    """Return the grounds of acts in the provisions' words, each once."""
    grounds = dict.fromkeys(SanctionGround(one.ground) for one in found)
    return "、".join(WORDS.get(ground, ground.chinese) for ground in grounds)


def days(number: int) -> str:
    """Return a number of days of detention in numerals: 十五日."""
    tens, ones = divmod(number, 10)
    if not 1 <= number <= 15:
        return ""
    return f"{'十' if tens else ''}{NUMERALS[ones - 1] if ones else ''}日"


def _acts(act: Act) -> list[Misconduct]:
    return proposals.chosen_acts(proposals.before_the_president(act))


def _told(one: Misconduct) -> str:
    return f"{in_digits(one.committed_date)}，{in_one_line(one.facts)}"


def in_one_line(text: str) -> str:
    """Return a text without line breaks and final full stop, as a paper takes it."""
    return "".join(line.strip() for line in text.splitlines()).rstrip("。；")


def _person(number: str, where: str) -> str:
    born = in_digits(resident_id.birth_date(number))
    return f"{resident_id.sex(number)}，{born}出生，公民身份号码{number}，住{where}"


def _warned(act: Act, party: Party) -> Rows:
    given = warning(act.course, party, act.on)
    if given is None or given.served_on is None or _is_urgent(act):
        return Rows()
    return Rows(
        (
            {
                "告知送达日期": case.day(given.served_on, "送达记录"),
                "履行期限": case.day(given.last_day, "提醒文书"),
            },
        )
    )


def _is_urgent(act: Act) -> bool:
    return "urgent_reasons" in proposals.before_the_president(act)


def _breaches(act: Act) -> Rows:
    breaches = dict.fromkeys(one.report_breach for one in _acts(act) if one.report_breach)
    first = next(iter(breaches), None)
    if first is None:
        return Rows()
    return Rows(({"报告违反情形": Blank(ReportBreach(first).chinese, FOUND)},))


def _factors(act: Act, given: Mapping[str, Any]) -> str:
    claim = asked(act.matter)
    told = [
        f"{what}：{in_one_line(str(given.get(name) or ''))}"
        for name, what in (
            ("nature", "行为的性质"),
            ("gravity", "情节"),
            ("consequences", "后果"),
            ("local_economy", "当地经济水平"),
        )
    ]
    told.append(f"申请标的额：{claim if claim else '含未折价的行为义务'}")
    reduced = given.get("reduced_reasons")
    told += [f"减轻的理由：{in_one_line(reduced)}"] if reduced else []
    return "；".join(told)
