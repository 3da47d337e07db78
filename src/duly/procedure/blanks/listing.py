"""Papers before and at a listing: the warning, the decision, the consumption order."""

from duly.accounts.queries import holders_of
from duly.documents.blank import Blank, Blanks, Rows
from duly.law.calendar import Period
from duly.law.mechanism.listing.facts import CorrectionGround
from duly.law.terms import DefaulterGround, PartyRole, Role
from duly.procedure.act import Act
from duly.procedure.blanks import case, warned
from duly.procedure.facts.defaulter_warning import warning as served_warning
from duly.procedure.facts.listing import correction as correction_sought
from duly.registry.court_files import calendar
from duly.registry.models import Party

NUMERALS = "零一二三四五"


def warning(act: Act, party: Party) -> Blanks:
    """Fill 预纳入失信名单提醒通知书."""
    return {
        **warned.head(act, party),
        **case.instruments(act.matter, "文书案号", "文书种类"),
        "理由": Blank("、".join(ground.chinese for ground in _grounds(act)), "失信情形认定"),
    }


def decision(act: Act, party: Party) -> Blanks:
    """Fill 纳入失信决定书."""
    return {
        **case.instruments(act.matter, *case.FULL),
        **_head(act, party),
        "认定事实": Blank(str(act.given("reasons") or "").rstrip("。"), "报请理由"),
        "失信情形": Blank(
            "、".join(f"{_limb(ground)}规定的{ground.chinese}" for ground in _grounds(act)),
            "失信情形认定",
        ),
        "提醒": _warned(act, party),
        "期限": _term(act),
    }


def consumption_order(act: Act, party: Party) -> Blanks:
    """Fill 限制消费令, which follows every listing (限制消费规定 1)."""
    head = _head(act, party)
    return {
        **head,
        "称谓": case.you(party),
        "限制消费事由": Blank("已被纳入失信被执行人名单", "纳入失信决定"),
        "限制对象": Blank(_restricted(party), "当事人信息"),
        "院长": Blank(president(act), "岗位"),
    }


def correction(act: Act, party: Party) -> Blanks:
    """Fill 失信信息纠正申请决定书: dismissed with its remedy, or put right (失信规定 12)."""
    sought = correction_sought(act.course)
    dismissed = act.step.name == "dismiss_correction"
    remedy = Rows(({"复议期限": Blank("十日", "失信规定第十二条")},))
    done = f"驳回被执行人{party.name}的纠正申请" if dismissed else _put_right(sought, party)
    return {
        "执行案号": case.number(case.enforcement(act.matter)),
        "申请执行人": case.names(act.matter, PartyRole.CREDITOR),
        "被执行人": Blank(party.name, "当事人信息"),
        "案由": case.cause(act.matter),
        "申请日期": case.day(act.given("applied_on"), "纠正申请"),
        "纠正事由": Blank(sought.chinese if sought else "", "纠正申请"),
        "审查意见": Blank(act.answers["reasons"].rstrip("。"), "纠正申请审查"),
        "纠正决定": Blank(done, "纠正申请审查"),
        "申请复议": remedy if dismissed else Rows(),
    }


_VERBS = {
    CorrectionGround.WRONGLY_LISTED: "撤销",
    CorrectionGround.INACCURATE: "更正",
    CorrectionGround.TO_BE_DELETED: "删除",
}


def _put_right(sought: CorrectionGround | None, party: Party) -> str:
    verb = _VERBS[sought] if sought else ""
    return f"申请成立，于三个工作日内{verb}被执行人{party.name}的失信信息"


def _head(act: Act, party: Party) -> dict[str, Blank]:
    filed = case.enforcement(act.matter)
    return {
        "执行案号": case.number(filed),
        "申请执行人": case.names(act.matter, PartyRole.CREDITOR),
        "被执行人": Blank(party.name, "当事人信息"),
        "案由": case.cause(act.matter),
        "立案日期": case.day(filed.filed_date, "执行立案"),
    }


def _grounds(act: Act) -> list[DefaulterGround]:
    return [ground for ground in DefaulterGround if ground in act.facts.grounds]


def _limb(ground: DefaulterGround) -> str:
    return f"第{ground.limb.strip('（）')}项"


def _warned(act: Act, party: Party) -> Rows:
    given = served_warning(act.course, party, act.on)
    if given is None or given.served_on is None or act.given("urgent_reasons"):
        return Rows()
    return Rows(
        (
            {
                "提醒送达日期": case.day(given.served_on, "送达记录"),
                "履行期限": case.day(given.last_day, "提醒通知书"),
            },
        )
    )


def _term(act: Act) -> Rows:
    if act.facts.grounds == {DefaulterGround.ABLE_BUT_REFUSING}:
        return Rows()
    years = 2 + int(act.given("extra_years") or 0)
    ends = Period(years=years).reckon(act.on, calendar()).raw_last_day
    return Rows(
        (
            {
                "失信期限": Blank(f"{NUMERALS[years]}年", "报请理由"),
                "期限届满日期": case.day(ends, "失信规定第二条"),
            },
        )
    )


def _restricted(party: Party) -> str:
    if not party.is_unit:
        return "你"
    named = f"法定代表人{party.legal_representative}" if party.legal_representative else ""
    return f"你单位及你单位的{named}" if named else "你单位"


def president(act: Act) -> str:
    """Return who signs as president: whoever approves, or else the holder of the post."""
    if act.post is Role.PRESIDENT:
        return act.actor.full_name
    holder = holders_of(Role.PRESIDENT, act.on, act.matter.court.code).first()
    return holder.full_name if holder else ""
