"""Working out where the payments of a matter went."""

from datetime import datetime

from duly.law.money import Booking, RateNotOnFile, stand
from duly.ledger import book, queries
from duly.ledger.models import SURPLUS, Allocation, AllocationRun
from duly.registry.court_files import rates
from duly.registry.models import Matter


def reallocate(*, matter: Matter, reason: str, at: datetime) -> bool:
    """Work out anew where the payments of a matter went; return whether anything moved.

    The old run is kept. Where a needed rate is not on file nothing is written: the
    statement says which, and loading the rate calls for this again. So do a due day found
    out and a suspension: until then the rows show what was last worked out, while the
    statement always reckons afresh.
    """
    matter_id = matter.pk
    kept = book.record(matter_id)
    owed = kept.owed
    last = max((payment.paid_date for payment in kept.payments), default=at.date())
    receipts = [*book.receipts(kept.payments, owed), *book.given_up(kept.waivers, owed)]
    try:
        bookings = stand(owed, receipts, on=last, lpr=rates()).bookings
    except RateNotOnFile:
        return False
    rows = [_row(booking) for booking in bookings if not booking.waived]
    if sorted(rows) == _current(matter_id):
        return False
    _write(matter_id, rows, reason, at)
    return True


_Row = tuple[int, int, str, int]


def _row(booking: Booking) -> _Row:
    obligation = 0 if booking.debt is None else book.obligation_id(booking.debt)
    bucket = SURPLUS if booking.bucket is None else booking.bucket.value
    return int(booking.receipt), obligation, bucket, booking.amount.fen


def _current(matter_id: int) -> list[_Row]:
    return sorted(
        (row.payment_id, row.obligation_id or 0, row.bucket, row.amount_fen)
        for row in queries.allocations(matter_id)
    )


def _write(matter_id: int, rows: list[_Row], reason: str, at: datetime) -> None:
    runs = AllocationRun.objects.filter(matter_id=matter_id)
    number = (runs.order_by("-number").values_list("number", flat=True).first() or 0) + 1
    run = AllocationRun.objects.create(
        matter_id=matter_id, number=number, reason=reason, made_at=at
    )
    Allocation.objects.bulk_create(
        Allocation(
            run=run,
            payment_id=payment,
            obligation_id=obligation or None,
            bucket=bucket,
            amount_fen=fen,
        )
        for payment, obligation, bucket, fen in rows
    )
