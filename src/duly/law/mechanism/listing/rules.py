"""失信规定 9–12: when a listing is corrected or deleted, and within what time."""

from datetime import date

from duly.law.calendar import Calendar, in_digits
from duly.law.finding import Finding, Ground, Outcome, all_of, ground
from duly.law.mechanism.listing.facts import DEFAULTERS, Facts
from duly.law.sources import article
from duly.law.step import Answers


def article_10_applies(facts: Facts) -> Finding:
    """Return whether article 10, paragraph 1 applies: never to a listing with a term."""
    return all_of(
        "是否适用第十条第一款",
        (
            ground(
                article(DEFAULTERS, 10, on=facts.on),
                not facts.has_term,
                met="失信信息没有期限",
                not_met="失信信息有纳入期限，不适用第十条第一款",
                unknown="",
                change="期限届满后删除；积极履行或者主动纠正的，可以依第二条第二款提前删除",
            ),
        ),
    )


def article_2_applies(facts: Facts) -> Finding:
    """Return whether the listing has a term, which alone can be ended early (article 2, 2)."""
    return all_of(
        "是否可以提前删除",
        (
            ground(
                article(DEFAULTERS, 2, on=facts.on),
                facts.has_term,
                met="失信信息有纳入期限，积极履行或者主动纠正的，可以决定提前删除",
                not_met="失信信息没有期限，不存在提前删除",
                unknown="",
                change="按第十条第一款办理",
            ),
        ),
    )


def term_has_run_out(facts: Facts) -> Finding:
    """Return whether the term of the listing is over: deleted within three working days."""
    last = facts.expires_on
    return all_of(
        "纳入期限是否届满",
        (
            ground(
                article(DEFAULTERS, 10, on=facts.on),
                last is not None and facts.on > last,
                met=f"纳入期限已于{in_digits(last)}届满" if last else "",
                not_met=f"纳入期限至{in_digits(last)}届满" if last else "没有纳入期限",
                unknown="",
                change="等到期限届满" if last else "按第十条第一款办理",
            ),
        ),
    )


def no_longer_listed(facts: Facts) -> Finding:
    """Return whether the listing has been lifted by now."""
    return all_of(
        "失信信息是否已经删除",
        (
            ground(
                article(DEFAULTERS, 10, on=facts.on),
                not facts.in_force,
                met="失信信息已经删除",
                not_met="失信信息仍在公布",
                unknown="",
                change="办结删除",
            ),
        ),
    )


def reconsideration_is_over(facts: Facts) -> Finding:
    """Return whether the ten days for reconsideration have passed (article 12)."""
    until = facts.reconsider_until
    return all_of(
        "复议期限是否届满",
        (
            ground(
                article(DEFAULTERS, 12, on=facts.on),
                None if until is None else facts.on > until,
                met=f"复议期限已于{in_digits(until)}届满" if until else "",
                not_met=f"复议期限至{in_digits(until)}届满" if until else "",
                unknown="驳回决定没有送达的记录",
                change="等到期限届满，或者登记复议申请",
            ),
        ),
    )


def reconsideration_in_time(facts: Facts, answers: Answers) -> Finding:
    """Return whether reconsideration was asked for within ten days (article 12)."""
    day: date | None = answers.get("sought_on")
    until = facts.reconsider_until
    return all_of(
        "是否在十日内申请复议",
        (
            ground(
                article(DEFAULTERS, 12, on=facts.on),
                None if day is None or until is None else day <= until,
                met="在期限内申请",
                not_met=f"复议期限已于{in_digits(until)}届满" if until else "",
                unknown="日期尚未查明",
                change="逾期的不予受理；仍认为应当纠正的，可以重新申请纠正",
            ),
        ),
    )


def may_be_requested(on: date, barred_until: date | None, calendar: Calendar) -> Finding:
    """Return whether the applicant's request to list again is open to him (article 10, 4).

    Six months after a deletion on his own consent it is not supported; the court may still
    list of its own motion. `calendar` says whether the day is announced as a rest day.
    """
    basis = article(DEFAULTERS, 10, on=on)
    question = "申请执行人可否申请再次纳入"
    if barred_until is None:
        return all_of(question, (Ground(basis, Outcome.MET, "六个月内没有经其同意删除的记录"),))
    rest = "（休息日，不顺延）" if calendar.is_rest_day(barred_until) else ""
    return all_of(
        question,
        (
            ground(
                basis,
                on > barred_until,
                met=f"经其同意删除后的六个月已于{in_digits(barred_until)}届满",
                not_met=f"失信信息曾经其书面同意删除，至{in_digits(barred_until)}{rest}"
                "止申请再纳入的不予支持",
                unknown="",
                change="本院认为符合纳入条件的，可以依职权提醒、决定",
            ),
        ),
    )
