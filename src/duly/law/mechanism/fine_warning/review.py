"""罚款的复议 (民事诉讼法 119, 民诉法解释 185): applied for in time, answered, and over."""

from datetime import date

from duly.law.finding import Finding, all_of
from duly.law.mechanism.fine_warning.facts import Facts
from duly.law.mechanism.sanction import reconsideration
from duly.law.step import Answers


def fine_is_reconsidered_once(facts: Facts) -> Finding:
    """Return whether nobody has applied for reconsideration yet."""
    return all_of("是否可以申请复议", (reconsideration.is_first(facts.decision, facts.on),))


def fine_is_contested_in_time(facts: Facts, answers: Answers) -> Finding:
    """Return whether the application came within three days of receipt."""
    applied_on: date | None = answers.get("applied_on")
    return all_of(
        "申请复议是否在期限内",
        (
            reconsideration.in_time(
                facts.decision, applied_on, on=facts.on, calendar=facts.calendar
            ),
        ),
    )


def fine_is_final(facts: Facts) -> Finding:
    """Return whether the fine can no longer be changed from above."""
    return all_of(
        "罚款决定是否已成定局",
        (reconsideration.is_over(facts.decision, on=facts.on, calendar=facts.calendar),),
    )
