"""滥用执行异议 (三(四)): signed before filing, never brought twice, never abused unseen."""

from datetime import date

from duly.law.calendar import in_digits
from duly.law.finding import Finding, Ground, Outcome, all_of, ground
from duly.law.mechanism.objection_notice.facts import (
    FLOW,
    NOTICE,
    OBJECTIONS,
    Earlier,
    Ending,
    Facts,
    Ruling,
)
from duly.law.sources import Citation, article, cite, clause
from duly.law.step import Answers
from duly.law.terms import ObjectionKind

ABUSE_IS_MET_BY = ("妨害诉讼行为", "恶意串通诉讼", "恶意串通逃避执行", "罚款金额与拘留期限")


def notice_signed(facts: Facts) -> Finding:
    """Return whether the objector has signed for the notice (三(四)2 立案时签收)."""
    day = facts.notice_signed_on
    return all_of(
        "异议人是否已签收风险告知书",
        (
            ground(
                clause(FLOW),
                day is not None,
                met=f"异议人已于{in_digits(day)}签收" if day else "",
                not_met="异议人没有签收《滥用执行异议权利风险告知书》",
                unknown="",
                change="发出告知书并登记签收",
            ),
        ),
    )


def may_be_filed(facts: Facts) -> Finding:
    """Return whether article 15 leaves the objection open: not the same one again.

    An objection of somebody else to the same act or thing is shown and bars nothing by
    itself: whether it is the old one under another name is for a person to find.
    """
    basis = article(OBJECTIONS, 15, on=facts.on)
    seen = facts.earlier
    if not seen:
        return all_of(_REPEATED, (Ground(basis, Outcome.MET, "没有对同一行为或者标的提出过异议"),))
    return all_of(_REPEATED, tuple(_open_to(facts, one) for one in seen))


def is_repeated(facts: Facts) -> Finding:
    """Return whether an objection to the same act or thing has ended before, in any name.

    执行异议复议规定 15: 撤回或者被驳回后再次提出的，不予受理.
    """
    basis = article(OBJECTIONS, 15, on=facts.on)
    ended = [one for one in facts.earlier if one.bars]
    if ended:
        grounds = tuple(Ground(basis, Outcome.MET, _told(one)) for one in ended)
        return all_of("是否属于重复异议", grounds)
    because = "没有已经撤回、驳回的同一异议"
    return all_of(
        "是否属于重复异议",
        (Ground(basis, Outcome.NOT_MET, because, "符合条件的，三日内立案审查"),),
    )


_REPEATED = "是否可以受理：有没有重复异议"


def _open_to(facts: Facts, one: Earlier) -> Ground:
    basis = article(OBJECTIONS, 15, on=facts.on)
    if one.bars and one.same_person:
        return Ground(basis, Outcome.NOT_MET, _told(one), "裁定不予受理")
    if one.same_thing and not one.same_person:
        shown = "，以不同异议人名义相继提出的，认定滥用异议权利"
        return Ground(clause("三(四)3(2)"), Outcome.MET, _told(one) + shown)
    shown = "，注意是否为同一标的" if not one.same_thing else "，可以并案审查"
    return Ground(basis, Outcome.MET, _told(one) + shown)


def _told(one: Earlier) -> str:
    outcome = _OUTCOMES.get(one.outcome, "正在办理")
    number = f"，{one.number}" if one.number else ""
    what = "同一行为或者标的" if one.same_thing else "近似的行为或者标的"
    return f"{one.objector}曾于{in_digits(one.received_on)}对{what}提出异议{number}，{outcome}"


_OUTCOMES = {one.value: one.chinese for one in (*Ruling, *Ending)}


def abuse_has_consequences(facts: Facts) -> Finding:
    """Return the articles under which a found abuse is punished (三(四)3); fines are decided there.

    The court's text cites numbers of 2017; those in force on the day are cited here.
    """
    return all_of(
        "认定滥用异议权利的法律后果",
        tuple(
            Ground(cite(subject, on=facts.on), Outcome.MET, subject) for subject in ABUSE_IS_MET_BY
        ),
    )


def remedy_is_over(facts: Facts) -> Finding:
    """Return whether the time to ask for reconsideration, or to sue, has run out."""
    until = facts.remedy_until
    basis = ruled_under(facts.kind, facts.on)
    return all_of(
        "救济期限是否届满",
        (
            ground(
                basis,
                None if until is None else facts.on > until,
                met=f"救济期限已于{in_digits(until)}届满" if until else "",
                not_met=f"救济期限至{in_digits(until)}届满" if until else "",
                unknown="裁定没有送达的记录",
                change="等到期限届满；已申请复议或者起诉的，登记后等待结果"
                if until
                else "登记裁定送达",
            ),
        ),
    )


def remedy_in_time(facts: Facts, answers: Answers) -> Finding:
    """Return whether the remedy was sought within its time: ten days, or fifteen for a suit."""
    day: date | None = answers.get("sought_on")
    until = facts.remedy_until
    return all_of(
        "是否在救济期限内提出",
        (
            ground(
                ruled_under(facts.kind, facts.on),
                None if day is None or until is None else day <= until,
                met="在期限内提出",
                not_met=f"期限已于{in_digits(until)}届满" if until else "",
                unknown="日期尚未查明",
                change="逾期提出的不予受理；有障碍申请顺延的，由法院决定",
            ),
        ),
    )


def signed_after_receipt(facts: Facts, answers: Answers) -> Finding:
    """Return whether the notice was not signed for before the objection was received."""
    day: date | None = answers.get("signed_on")
    return all_of(
        "日期是否可信",
        (
            ground(
                clause(NOTICE),
                None if day is None else day >= facts.received_on,
                met="不早于收到异议之日",
                not_met=f"早于收到异议之日{in_digits(facts.received_on)}",
                unknown="没有填写日期",
                change="更正日期",
            ),
        ),
    )


def order_fits_ruling(facts: Facts, answers: Answers) -> Finding:
    """Return whether the ruling says what is undone, where an act is found to be wrong.

    民事诉讼法 (2023) 236: 理由成立的，裁定撤销或者改正. For a thing the law itself says what
    follows (238: 中止对该标的的执行), and so it does for every dismissal.
    """
    undone = facts.kind is ObjectionKind.ACT and answers.get("outcome") is Ruling.UPHELD
    return all_of(
        "裁定内容是否完整",
        (
            ground(
                ruled_under(facts.kind, facts.on),
                bool(answers.get("order")) == undone,
                met="写明了撤销、改正的内容" if undone else "裁定内容由法律规定",
                not_met="执行行为异议成立，没有写明撤销、改正的内容"
                if undone
                else "只有执行行为异议成立的，才写明撤销、改正的内容",
                unknown="",
                change="写明撤销、改正的内容" if undone else "不填撤销、改正的内容",
            ),
        ),
    )


def measure_fits_ruling(facts: Facts, answers: Answers) -> Finding:
    """Return whether a measure is named only where enforcement against its object is stayed.

    民事诉讼法 (2023) 238: 理由成立的，裁定中止对该标的的执行.
    """
    stays = facts.kind is ObjectionKind.THING and answers.get("outcome") is Ruling.UPHELD
    return all_of(
        "所选的查控措施是否与裁定相符",
        (
            ground(
                ruled_under(facts.kind, facts.on),
                stays or answers.get("measure") is None,
                met="裁定中止执行的标的上的措施" if stays else "没有选择查控措施",
                not_met="只有案外人异议成立的，才中止对该标的的执行",
                unknown="",
                change="不选查控措施",
            ),
        ),
    )


def ruled_under(kind: ObjectionKind, on: date) -> Citation:
    """Return the article under which an objection of a kind is reviewed (236, or 238)."""
    return cite("执行行为异议" if kind is ObjectionKind.ACT else "案外人异议", on=on)
