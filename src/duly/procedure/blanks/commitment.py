"""Commitments, and the papers that lift measures for a repair and restore them afterwards."""

from duly.documents.blank import Blank, Blanks, Rows
from duly.law.calendar import Period, in_digits
from duly.law.terms import (
    DefaulterGround,
    FactQuestion,
    MeasureKind,
    PartyRole,
    RepairScope,
)
from duly.procedure.act import Act
from duly.procedure.blanks import case, listing, release
from duly.procedure.facts import debt
from duly.procedure.facts.commitment import measures, restorable
from duly.procedure.models import Commitment, Measure
from duly.registry.court_files import calendar
from duly.registry.models import Party

WITHIN = Period(working_days=3)
NEEDS = {
    "defaulter-release": MeasureKind.DEFAULTER_LISTING,
    "consumption-release": MeasureKind.CONSUMPTION_RESTRICTION,
    "defaulter-decision": MeasureKind.DEFAULTER_LISTING,
    "consumption-order": MeasureKind.CONSUMPTION_RESTRICTION,
}
RESTORING = frozenset({"defaulter-decision", "consumption-order"})


def applies(act: Act, template: str) -> bool:
    """Whether a paper of a repair is needed: there is a measure that it lifts or restores."""
    if template not in NEEDS:
        return True
    promise: Commitment = act.course.commitment
    meant = restorable(promise, act.on) if template in RESTORING else measures(promise)
    return any(one.kind == NEEDS[template] for one in meant)


def with_settlement(act: Act, party: Party) -> Blanks:
    """Fill 信用承诺书 that goes with a settlement."""
    promise = _promise(act)
    agreed = promise.settlement
    content = " ".join(agreed.content.split()).rstrip("。") if agreed else ""
    return {
        **_head(act, party),
        "和解日期": case.day(agreed.reached_date if agreed else None, "执行和解协议"),
        "协议内容": Blank(content, "执行和解协议"),
    }


def with_repair(act: Act, party: Party) -> Blanks:
    """Fill 信用承诺书 for a temporary repair, with its three dates."""
    promise = _promise(act)
    return {
        **_head(act, party),
        "修复原因": Blank(promise.reason.rstrip("。"), "临时修复申请"),
        "解除措施": Blank(RepairScope(promise.measures).chinese, "临时修复申请"),
        "修复开始日期": case.day(promise.repair_from, "临时修复申请"),
        "修复结束日期": case.day(promise.repair_until, "临时修复申请"),
        "承诺期限": case.day(promise.promised_date, "临时修复申请"),
    }


def deletion(act: Act, party: Party) -> Blanks:
    """Fill 删除失信信息决定书 for a repair, by the door that is open to the listing."""
    measure = _meant(act, MeasureKind.DEFAULTER_LISTING)
    has_term = measure is not None and measure.has_term
    first = act.facts.lift_from
    return {
        **release.head(act, party),
        "失信决定日期": case.day(release.decided_on(measure) if measure else None, "纳入失信决定"),
        "删除事由": Blank(_why(act, party, has_term), "临时修复申请"),
        "删除依据": Blank("第二条第二款" if has_term else "第十条第一款第三项", "失信规定"),
        "删除期限": case.day(WITHIN.reckon(first, calendar()).last_day, "三个工作日内"),
    }


def lifting(act: Act, party: Party) -> Blanks:
    """Fill 解除限制消费令 for a repair, on the applicant's consent."""
    measure = _meant(act, MeasureKind.CONSUMPTION_RESTRICTION)
    return {
        **release.head(act, party),
        "限制消费令日期": case.day(measure.imposed_date if measure else None, "限制消费令"),
        "被限制人": Blank(release.restricted(party), "当事人信息"),
        "解除事由": Blank(_why(act, party, False), "临时修复申请"),
        "院长": Blank(listing.president(act), "岗位"),
    }


def relisting(act: Act, party: Party) -> Blanks:
    """Fill 纳入失信决定书 that restores a listing: its last day is the one decided before."""
    prior = _meant(act, MeasureKind.DEFAULTER_LISTING)
    filed = case.enforcement(act.matter)
    return {
        **case.instruments(act.matter, *case.FULL),
        **release.head(act, party),
        "立案日期": case.day(filed.filed_date, "执行立案"),
        "认定事实": Blank(_broken(act), "报请理由"),
        "失信情形": Blank("、".join(_grounds(act, party)), "失信情形认定"),
        "提醒": Rows(),
        "期限": _rest(prior),
    }


def restriction(act: Act, party: Party) -> Blanks:
    """Fill 限制消费令 that restores a restriction."""
    listed = act.facts.listed or _meant(act, MeasureKind.DEFAULTER_LISTING) is not None
    why = (
        "已被纳入失信被执行人名单"
        if listed
        else "未按执行通知书指定的期间履行生效法律文书确定的给付义务"
    )
    return {
        **listing.consumption_order(act, party),
        "限制消费事由": Blank(why, "恢复措施"),
    }


def _head(act: Act, party: Party) -> Blanks:
    filed = case.enforcement(act.matter)
    return {
        **case.instruments(act.matter, *case.FULL),
        **release.head(act, party),
        "立案日期": case.day(filed.filed_date, "执行立案"),
    }


def _promise(act: Act) -> Commitment:
    found: Commitment = act.course.commitment
    return found


def _meant(act: Act, kind: MeasureKind) -> Measure | None:
    return next((one for one in measures(_promise(act)) if one.kind == kind), None)


def _why(act: Act, party: Party, has_term: bool) -> str:
    promise = _promise(act)
    days = (
        f"自{in_digits(promise.repair_from)}至{in_digits(promise.repair_until)}"
        if (promise.repair_from and promise.repair_until)
        else ""
    )
    creditors = case.names(act.matter, PartyRole.CREDITOR).value
    corrected = "已积极履行义务或者主动纠正失信行为，" if has_term else ""
    return (
        f"被执行人{party.name}因{promise.reason.rstrip('。')}申请临时修复信用，"
        f"{corrected}申请执行人{creditors}书面同意，期限{days}"
    )


def _broken(act: Act) -> str:
    promise = _promise(act)
    until = f"{in_digits(promise.repair_until)}" if promise.repair_until else ""
    reasons = " ".join(str(act.given("reasons") or "").split()).rstrip("。")
    return f"临时修复信用至{until}期满，未履行所作承诺：{reasons}"


def _grounds(act: Act, party: Party) -> list[str]:
    return [
        f"第{one.limb.strip('（）')}项规定的{one.chinese}"
        for one in DefaulterGround
        if debt.found(act.matter, party, FactQuestion.of_ground(one))
    ]


def _rest(prior: Measure | None) -> Rows:
    if prior is None or prior.expires_date is None:
        return Rows()
    return Rows(
        (
            {
                "失信期限": Blank("为原决定期限的剩余部分", "原纳入失信决定"),
                "期限届满日期": case.day(prior.expires_date, "原纳入失信决定"),
            },
        )
    )
