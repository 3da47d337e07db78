"""预失信告知 (三(一)3): the bounds of the days and years that people choose."""

from datetime import date

from duly.law.calendar import Period, in_digits
from duly.law.finding import Finding, Ground, all_of, ground
from duly.law.mechanism import term
from duly.law.mechanism.defaulter_warning.facts import DEFAULTERS, FLOW, NOTICE, Facts
from duly.law.sources import article, clause
from duly.law.step import Answers
from duly.law.terms import DefaulterGround

REQUEST_DECIDED_WITHIN = Period(days=15)
_TERM = "限期是否适当"


def term_is_lawful(facts: Facts, answers: Answers) -> Finding:
    """Return whether the last day set lies after today, within the bounds that the law leaves.

    At most three months (the grace that the Supreme Court allows); and where the
    applicant asked for listing, within the fifteen days in which the court must
    decide (失信规定 5).
    """
    last_day: date | None = answers.get("last_day")
    bounds = term.is_bounded(last_day, on=facts.on, calendar=facts.calendar, reference=NOTICE)
    if last_day is None:
        return all_of(_TERM, bounds)
    grounds = [*bounds]
    if facts.requested_on is not None:
        grounds.append(_within_request(facts, facts.requested_on, last_day))
    return all_of(_TERM, grounds)


def _within_request(facts: Facts, requested_on: date, last_day: date) -> Ground:
    limit = REQUEST_DECIDED_WITHIN.reckon(requested_on, facts.calendar).last_day
    return ground(
        article(DEFAULTERS, 5, on=facts.on),
        last_day <= limit,
        met=f"限期不晚于申请纳入的审查期限{in_digits(limit)}",
        not_met=f"申请人已于{in_digits(requested_on)}申请纳入，应在{in_digits(limit)}前作出决定，"
        "限期不能更晚",
        unknown="",
        change="在审查期限内报请决定（可以不经提醒，写明理由），再给予一至三个月宽限期暂不公布",
    )


def grace_is_bounded(facts: Facts, answers: Answers) -> Finding:
    """Return whether the grace before publication is none, or one to three months."""
    months = answers.get("grace_months") or 0
    return all_of(
        "宽限期是否适当",
        (
            ground(
                clause(FLOW),
                0 <= months <= 3,
                met="没有宽限期" if not months else f"宽限{months}个月",
                not_met=f"宽限期不能是{months}个月",
                unknown="",
                change="填0，或者一至三个月",
            ),
        ),
    )


def extension_is_lawful(facts: Facts, answers: Answers) -> Finding:
    """Return whether years added to the two-year term fit article 2: one to three, for cause.

    Ground (一) alone has no term; an extension needs violence or several grounds.
    """
    years = answers.get("extra_years") or 0
    basis = article(DEFAULTERS, 2, on=facts.on)
    cause = len(facts.grounds) > 1 or DefaulterGround.OBSTRUCTING in facts.grounds
    fixed_term = facts.grounds != {DefaulterGround.ABLE_BUT_REFUSING}
    return all_of(
        "延长纳入期限是否有依据",
        (
            ground(
                basis,
                years == 0 or (1 <= years <= 3 and cause and fixed_term),
                met="不延长" if not years else f"延长{years}年",
                not_met="延长只能是一至三年，且限于以暴力、威胁方法妨碍执行情节严重或者具有多项失信行为",
                unknown="",
                change="填0，或者补充认定",
            ),
        ),
    )
