"""拘留的复议与执行: reconsideration (民诉法解释 185) and the rules of custody (180, 182)."""

from datetime import date

from duly.law.finding import Finding, all_of, any_of
from duly.law.mechanism.detention_warning import exits
from duly.law.mechanism.detention_warning.facts import Facts
from duly.law.mechanism.sanction import custody, reconsideration
from duly.law.step import Answers


def detention_is_reconsidered_once(facts: Facts) -> Finding:
    """Return whether nobody has applied for reconsideration yet."""
    return all_of("是否可以申请复议", (reconsideration.is_first(facts.decision, facts.on),))


def detention_is_contested_in_time(facts: Facts, answers: Answers) -> Finding:
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


def detention_is_final(facts: Facts) -> Finding:
    """Return whether the detention can no longer be changed from above."""
    return all_of(
        "拘留决定是否已成定局",
        (reconsideration.is_over(facts.decision, on=facts.on, calendar=facts.calendar),),
    )


def custody_fits_the_decision(facts: Facts, answers: Answers) -> Finding:
    """Return whether the custody recorded lasts no longer than the decision says."""
    return all_of(
        "拘留起止日期是否合法",
        (
            custody.fits(facts.custody, answers.get("taken_on"), answers.get("until"), facts.on),
            custody.is_a_time(answers.get("taken_time"), facts.on),
        ),
    )


def notice_to_family_has_its_time(facts: Facts, answers: Answers) -> Finding:
    """Return whether the moment of the notice is written so that 24 hours can be counted."""
    return all_of("通知时刻是否写明", (custody.is_a_time(answers.get("told_time"), facts.on),))


def custody_has_ended(facts: Facts, answers: Answers) -> Finding:
    """Return whether the day of release is the end of the term or later."""
    return all_of(
        "拘留是否期满", (custody.has_ended(facts.custody, answers.get("ended_on"), facts.on),)
    )


def early_release_is_early(facts: Facts, answers: Answers) -> Finding:
    """Return whether the day of early release lies before the end of the term."""
    return all_of(
        "提前解除的日期是否适当",
        (custody.releases_early(facts.custody, answers.get("release_on"), facts.on),),
    )


def family_has_been_told(facts: Facts) -> Finding:
    """Return whether the family has been told before the file on the detention is closed."""
    return all_of("是否已通知家属", (custody.family_is_told(facts.custody, facts.on),))


def need_not_be_carried_out(facts: Facts) -> Finding:
    """Return whether a detention not yet carried out has lost its reason: performed, settled."""
    found = exits.may_be_reduced_or_waived(facts)
    return any_of("是否不再执行拘留", found.grounds)
