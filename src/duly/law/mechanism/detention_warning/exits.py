"""拘留风险告知 (三(三)2): how the warning runs out, and when days are reduced or waived."""

from datetime import date

from duly.law.finding import Finding, all_of, any_of
from duly.law.mechanism import settled, stay, term, warning
from duly.law.mechanism.detention_warning.facts import FLOW, NOTICE, Facts
from duly.law.step import Answers


def detention_term_is_lawful(facts: Facts, answers: Answers) -> Finding:
    """Return whether the last day set lies after today and within three months."""
    last_day: date | None = answers.get("last_day")
    return all_of(
        "限期是否适当",
        term.is_bounded(last_day, on=facts.on, calendar=facts.calendar, reference=NOTICE),
    )


def detention_warning_has_run_out(facts: Facts) -> Finding:
    """Return whether the warning was served in time and expired, neither stayed nor used up."""
    expired = warning.has_run_out(facts.warning, on=facts.on, reference=FLOW)
    unspent = settled.leaves_warning(facts.settlement, facts.warning, FLOW)
    whole = stay.left_the_term_whole(facts.stays, facts.warning, FLOW)
    return all_of(expired.question, (*expired.grounds, unspent, whole))


def may_be_reduced_or_waived(facts: Facts) -> Finding:
    """Return whether days may be reduced or waived: performed, or a settlement *reached*.

    三(三)2: 可视情况减轻或免除被执行人拘留期限. Which of the two is the judge's to decide,
    with reasons; unlike the fine, the detention may still follow, for fewer days.
    """
    return any_of(
        "是否可以减轻或者免除拘留",
        (
            warning.performed(facts.performed, FLOW),
            settled.reached_in_term(facts.settlement, facts.warning, FLOW),
            warning.settlement_performed(facts.settlement, FLOW),
        ),
    )
