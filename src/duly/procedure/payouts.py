"""Money held at the court: every creditor or payer for whom it is held has a task with a clock."""

from datetime import date, datetime

from duly.law.mechanism.payout import CLOCK
from duly.law.terms import AccountOwner
from duly.ledger import actions as ledger
from duly.ledger import funds
from duly.ledger.funds import Funds
from duly.ledger.models import SURPLUS, Payout, PayoutState
from duly.procedure import clocks
from duly.procedure.facts import case_file
from duly.procedure.models import Course
from duly.procedure.opening import move, open_course
from duly.registry.models import Matter

UNDER_WAY = (PayoutState.PROPOSED.value, PayoutState.APPROVED.value)


def follow(matter: Matter, *, at: datetime) -> None:
    """Open what is to be paid out or refunded, and close what a reversal took away.

    The thirty days run from the arrival of the first money that is still held.
    """
    running = case_file.running(matter, "payout")
    if not running and not _anything_to_pass_on(matter):
        return
    waiting = _waiting(funds.of(matter.pk))
    for course in running:
        if course.party_id not in waiting:
            _cancel(course, at=at)
    served = {course.party_id for course in running}
    for party_id, since in waiting.items():
        if party_id not in served:
            party = matter.parties.get(pk=party_id)
            course = open_course(matter=matter, mechanism="payout", at=at, party=party)
            clocks.start_for(CLOCK, course, since)


def owed_by_the_court(matter: Matter) -> int:
    """Return for how many parties the court still holds money, to be paid out or refunded."""
    if not Course.objects.filter(matter=matter, mechanism="payout", closed_at=None).exists():
        return 0
    held = funds.of(matter.pk)
    payers = {one.payer_id for one in held.surpluses if one.payer_id is not None}
    return len(held.creditors) + len(payers)


def under_way(course: Course) -> Payout | None:
    """Return the proposal that runs in a pay-out course."""
    return Payout.objects.filter(
        matter_id=course.matter_id, recipient_id=course.party_id, state__in=UNDER_WAY
    ).first()


def _anything_to_pass_on(matter: Matter) -> bool:
    paid = case_file.payments(matter)
    if not paid or any(one.arrival != AccountOwner.CREDITOR for one in paid):
        return bool(paid)
    return matter.payments.filter(allocations__bucket=SURPLUS).exists()


def _waiting(held: Funds) -> dict[int, date]:
    waiting: dict[int, date] = {}
    for creditor_id in held.creditors:
        since = held.waiting_since(creditor_id)
        if since is not None:
            waiting[creditor_id] = since
    for over in sorted((*held.surpluses, *held.at_creditors), key=lambda one: one.arrived_on):
        if over.payer_id is not None:
            waiting.setdefault(over.payer_id, over.arrived_on)
    return waiting


def _cancel(course: Course, *, at: datetime) -> None:
    proposal = under_way(course)
    if proposal is not None:
        ledger.drop_payout(payout=proposal)
    move(course, "cancelled", at=at)
