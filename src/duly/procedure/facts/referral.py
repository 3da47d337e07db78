"""Facts for a criminal referral (移送拒执罪), of one debtor."""

from datetime import date

from duly.law.mechanism.referral import Facts
from duly.procedure.facts import debt, sanction
from duly.procedure.facts.defaulter_warning import debtor, settlement
from duly.procedure.models import Course


def gather(course: Course, on: date) -> Facts:
    """Return what the record shows of acts, debt, sanctions and what is proposed."""
    matter, party = course.matter, debtor(course)
    proposal = sanction.proposal(course)
    return Facts(
        on=on,
        acts=sanction.acts(party),
        effective=sanction.effective(matter, on),
        owing=debt.owing(matter, on, party),
        performed=debt.performed(matter, on, party),
        settlement=settlement(matter),
        sanctioned=bool(sanction.standing(party)),
        proposed=proposal.acts if proposal else (),
    )
