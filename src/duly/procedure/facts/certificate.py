"""Facts for the certificate of voluntary performance (自动履行证明), of one debtor."""

from datetime import date

from duly.law.mechanism.certificate import Facts
from duly.law.terms import FactQuestion
from duly.procedure.facts import case_file, debt, sanction
from duly.procedure.facts.defaulter_warning import debtor
from duly.procedure.models import Course


def gather(course: Course, on: date) -> Facts:
    """Return what the record shows of performance, consent and exclusions."""
    matter, party = course.matter, debtor(course)
    agreed = debt.settlement(matter)

    def found(question: FactQuestion) -> bool | None:
        return debt.found(matter, party, question)

    return Facts(
        on=on,
        in_enforcement=any(
            one.state != "received" for one in case_file.courses(matter, "enforcement")
        ),
        owing=debt.owing(matter, on, party),
        performed=debt.performed(matter, on, party),
        settlement_performed=agreed is not None and agreed.performed is True,
        main_performed=found(FactQuestion.MAIN_PERFORMED),
        applicant_agrees=found(FactQuestion.APPLICANT_AGREES),
        concealment=found(FactQuestion.CONCEALMENT) or found(FactQuestion.GROUND_3),
        other_refusal=found(FactQuestion.OTHER_REFUSAL),
        referred=found(FactQuestion.REFERRED),
        confirmed=bool(case_file.steps(matter, "confirm_performance", course=course)),
        sanctions=tuple(sanction.told(one) for one in sanction.standing(party)),
    )
