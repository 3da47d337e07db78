"""预罚款告知 (三(二)2): how the warning runs out, and when the judge may decide not to fine."""

from datetime import date

from duly.law.finding import Finding, all_of, any_of
from duly.law.mechanism import settled, stay, term, warning
from duly.law.mechanism.fine_warning.facts import FLOW, NOTICE, Facts
from duly.law.step import Answers


def fine_term_is_lawful(facts: Facts, answers: Answers) -> Finding:
    """Return whether the last day set lies after today and within three months."""
    last_day: date | None = answers.get("last_day")
    return all_of(
        "限期是否适当",
        term.is_bounded(last_day, on=facts.on, calendar=facts.calendar, reference=NOTICE),
    )


def fine_warning_has_run_out(facts: Facts) -> Finding:
    """Return whether the warning was served in time and expired, neither stayed nor used up."""
    expired = warning.has_run_out(facts.warning, on=facts.on, reference=FLOW)
    unspent = settled.leaves_warning(facts.settlement, facts.warning, FLOW)
    whole = stay.left_the_term_whole(facts.stays, facts.warning, FLOW)
    return all_of(expired.question, (*expired.grounds, unspent, whole))


def may_be_spared(facts: Facts) -> Finding:
    """Return whether the judge may decide not to fine: performed, or a settlement *reached*.

    三(二)2: 可不对被执行人作出罚款决定. It is his to decide, with reasons.
    """
    return any_of(
        "是否可以不作出罚款决定",
        (
            warning.performed(facts.performed, FLOW),
            settled.reached_in_term(facts.settlement, facts.warning, FLOW),
            warning.settlement_performed(facts.settlement, FLOW),
        ),
    )
