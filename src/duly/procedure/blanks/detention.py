"""Papers of the detention: warning, decision, police, family, early release."""

from django.utils import timezone

from duly.documents.blank import Blank, Blanks, Rows
from duly.law.calendar import in_digits
from duly.law.terms import SanctionKind
from duly.procedure import proposals
from duly.procedure.act import Act
from duly.procedure.blanks import case, sanction
from duly.procedure.blanks.fine import warning_of
from duly.procedure.facts import sanction as facts
from duly.procedure.models import Sanction
from duly.procedure.refusal import StepNotAllowed
from duly.registry.models import Party

DECIDED = "拘留决定"
CUSTODY = "执行拘留登记"


def warning(act: Act, party: Party) -> Blanks:
    """Fill 拘留风险告知书."""
    return warning_of(act, party, SanctionKind.DETENTION)


def decision(act: Act, party: Party) -> Blanks:
    """Fill 拘留决定书; the person is not in custody yet, so no days from and to."""
    proposal = proposals.before_the_president(act)
    return {
        **sanction.decision(act, party),
        "拘留对象": sanction.target(act),
        "拘留日数": Blank(sanction.days(proposal.get("days") or 0), sanction.PROPOSED),
        "拘留起止": Rows(),
    }


def police_request(act: Act, party: Party) -> Blanks:
    """Fill 协助查控函: whom to find, on which decision, until when."""
    made = _made(act)
    return {
        **sanction.head(act, party),
        "公安机关": Blank(str(act.given("police") or ""), "报请"),
        "依据文书": Rows(
            (
                {
                    "依据日期": case.day(made.decided_date, DECIDED),
                    "依据案号": case.number(case.enforcement(act.matter)),
                    "依据名称": Blank(made.paper.title, DECIDED),
                },
            )
        ),
        "查控事由": Blank(sanction.in_one_line(str(act.given("cause") or "")), "报请"),
        "被查控人": Blank(made.person, DECIDED),
        "证件号码": Blank(_number(made), "当事人信息"),
        "被查控人住址": Blank(_address(made), "当事人信息"),
        "车辆": _vehicle(act),
        "查控截止日期": case.day(act.given("until"), "报请"),
        **_court(act),
    }


def family_notice(act: Act, party: Party) -> Blanks:
    """Fill 拘留通知家属书."""
    made = _made(act)
    held = timezone.localtime(made.custody_at) if made.custody_at else None
    moment = f"{in_digits(held.date())}{held.hour}时{held.minute:02d}分" if held else ""
    return {
        **sanction.numbered(act, party),
        "家属": Blank(act.answers["family"], "办理时填写"),
        "被处罚人": Blank(made.person, DECIDED),
        "妨害行为": Blank(sanction.obstruction(list(made.acts.order_by("pk"))), sanction.FOUND),
        **_custody(made),
        "执行拘留时间": Blank(moment, CUSTODY),
        "看管场所": Blank(made.custody_place, CUSTODY),
        **_court(act),
        "法院地址": Blank(act.matter.court.address, "法院设置"),
    }


def early_release(act: Act, party: Party) -> Blanks:
    """Fill 提前解除拘留决定书."""
    made = _made(act)
    return {
        **sanction.numbered(act, party),
        **sanction.sanctioned(act, party),
        "拘留对象": Blank(made.get_target_display(), DECIDED),
        **_custody(made),
        "悔过情况": Blank(sanction.in_one_line(str(act.given("repentance") or "")), "报请"),
        "解除拘留日期": case.day(act.given("release_on"), "报请"),
    }


def _made(act: Act) -> Sanction:
    made = facts.sanction(act.course)
    if made is None:
        raise StepNotAllowed("本程序没有拘留决定")
    return made


def _custody(made: Sanction) -> dict[str, Blank]:
    return {
        "决定日期": case.day(made.decided_date, DECIDED),
        "拘留日数": Blank(sanction.days(made.days or 0), DECIDED),
        "拘留开始日期": case.day(made.custody_from, CUSTODY),
        "拘留结束日期": case.day(made.custody_until, CUSTODY),
    }


def _number(made: Sanction) -> str:
    return made.responsible.identifier if made.responsible else (made.party.identifier or "")


def _address(made: Sanction) -> str:
    return made.responsible.address if made.responsible else sanction.address(made.party)


def _vehicle(act: Act) -> Rows:
    plate, vehicle = act.given("plate"), act.given("vehicle")
    if not plate:
        return Rows()
    return Rows(
        ({"车辆号牌": Blank(plate, "报请"), "品牌型号": Blank(vehicle or "型号不详", "报请")},)
    )


def _court(act: Act) -> dict[str, Blank]:
    return {
        "联系人": Blank(act.actor.full_name, "办理人"),
        "法院电话": Blank(act.matter.court.phone, "法院设置"),
    }
