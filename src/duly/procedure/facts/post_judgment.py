"""Facts for post-judgment urging (判后督促)."""

from datetime import date

from duly.law.mechanism.post_judgment.rules import Facts
from duly.law.terms import ObligationKind, PartyRole
from duly.ledger.models import Obligation
from duly.procedure import limitation, serving
from duly.procedure.facts import account, case_file, debt, instrument
from duly.procedure.facts.rows import rows
from duly.procedure.models import Course
from duly.registry.models import Matter
from duly.work.prepared import Prepared
from duly.work.reading import of_matter

ORDERED = rows(
    Prepared(
        lambda matters: Obligation.objects.filter(matter_id__in=matters).only("kind", "matter_id")
    )
)


def gather(course: Course, on: date) -> Facts:
    """Return what the record shows of account, notice, effect and debt."""
    matter = course.matter
    due = instrument.due(matter, on=on)
    return Facts(
        on=on,
        orders_money=_orders_money(matter),
        notice_served=_notice_served(matter, on),
        effect=instrument.takes_effect(matter, on=on),
        due_on=due.last_day if due else None,
        owing=debt.owing(matter, on),
        performed=debt.performed(matter, on),
        limitation=limitation.of(matter, on).finding,
        **account.gather(matter),
    )


def _orders_money(matter: Matter) -> bool | None:
    kinds = {one.kind for one in of_matter(ORDERED, matter.pk)}
    return (ObligationKind.MONEY.value in kinds) if kinds else None


def _notice_served(matter: Matter, on: date) -> bool:
    debtors = case_file.parties(matter, PartyRole.DEBTOR)
    notices = case_file.issued(matter, "performance-notice")
    return bool(debtors) and all(
        any(serving.paper_served(notice, debtor, on=on) for notice in notices) for debtor in debtors
    )
