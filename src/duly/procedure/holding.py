"""Holds on a matter and the time limits that they move; each can be undone exactly."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from duly.law.mechanism import MECHANISMS, hold
from duly.law.mechanism.hold import Held
from duly.law.step import Clock
from duly.procedure.models import Deadline, Hold, Shift
from duly.registry.court_files import calendar
from duly.registry.models import Matter


def standing(matter: Matter) -> QuerySet[Hold]:
    """Return the holds of a matter that were not undone, the newest last."""
    return matter.holds.filter(undone_at=None).order_by("start_date", "pk")


def running(matter: Matter) -> Hold | None:
    """Return the hold under which a matter stands still now."""
    return matter.holds.filter(undone_at=None, end_date=None).first()


def begin(held: Hold) -> None:
    """Write at every running time limit of a matter that it rests, or why it does not."""
    for deadline in _touched(held):
        _note(held, deadline)


def begin_within(deadline: Deadline) -> None:
    """Let a time limit that starts while its matter is held rest like the others."""
    held = running(deadline.matter)
    if held is not None:
        _note(held, deadline)


def end(held: Hold, last_day: date) -> None:
    """End a hold with the last day that did not count, and move what it held."""
    held.end_date = last_day
    held.save(update_fields=["end_date"])
    _replay(held)


def undo(held: Hold, reason: str, at: datetime) -> None:
    """Give every time limit back the day that it had without this hold."""
    held.undone_at, held.undone_reason = at, reason
    held.save(update_fields=["undone_at", "undone_reason"])
    _replay(held)


def set_anew(
    deadline: Deadline, last_day: date, because: tuple[str, ...], provisional: bool
) -> None:
    """Give a time limit another last day of its own, and let its holds move it from there."""
    shift = deadline.shifts.order_by("pk").first()
    written = deadline.shifts.exclude(sentence="").order_by("pk")
    sentences = list(written.values_list("sentence", flat=True))
    deadline.last_date, deadline.provisional = last_day, provisional
    deadline.because = [*because, *sentences]
    if shift is None:
        deadline.save(update_fields=["last_date", "because", "provisional"])
        return
    shift.from_date, shift.provisional_before = last_day, provisional
    shift.save(update_fields=["from_date", "provisional_before"])
    _reckon_again(deadline)


def resting() -> QuerySet[Shift, int]:
    """Return the ids of the time limits that rest now: nothing of theirs is due."""
    held = Shift.objects.filter(moves=True, hold__end_date=None, hold__undone_at=None)
    return held.values_list("deadline", flat=True)


def rested(matter: Matter, on: date) -> QuerySet[Shift, int]:
    """Return the ids of the time limits of a matter that rested on a day, gone by or not.

    A hold that was undone later kept them still all the same.
    """
    not_ended = Q(hold__end_date=None) | Q(hold__end_date__gte=on)
    not_undone = Q(hold__undone_at=None) | Q(hold__undone_at__date__gt=on)
    held = Shift.objects.filter(
        not_ended, not_undone, moves=True, hold__matter=matter, hold__start_date__lte=on
    )
    return held.values_list("deadline", flat=True)


def last_day_as_of(deadline: Deadline, on: date) -> tuple[date, bool]:
    """Return the last day that a limit had on a day, and whether it was provisional.

    A hold that began later has moved it since: before it, the limit ended where it was found.
    """
    later = deadline.shifts.filter(hold__start_date__gt=on).order_by("pk").first()
    if later is None:
        return deadline.last_date, deadline.provisional
    return later.from_date, later.provisional_before


def counted_last_day(deadline: Deadline, on: date) -> date:
    """Return where a time limit would end if the hold under which it rests ended today."""
    shift = deadline.shifts.filter(moves=True, hold__end_date=None, hold__undone_at=None).first()
    if shift is None or on < shift.hold.start_date:
        return deadline.last_date
    held = Held(shift.hold.start_date, on)
    return hold.move(deadline.start_date, deadline.last_date, held, calendar()).last_day


def _touched(held: Hold) -> QuerySet[Deadline]:
    return Deadline.objects.filter(
        matter=held.matter, stopped_at=None, last_date__gte=held.start_date
    ).select_related("course")


def _note(held: Hold, deadline: Deadline) -> None:
    stands = hold.why_it_stands(deadline.name, tuple(_clocks(deadline)))
    sentence = hold.while_held(held.start_date, held.reason, stands)
    Shift.objects.create(
        hold=held,
        deadline=deadline,
        days=0,
        from_date=deadline.last_date,
        to_date=deadline.last_date,
        moves=not stands,
        provisional_before=deadline.provisional,
        sentence=sentence,
    )
    deadline.because = [*deadline.because, sentence]
    deadline.save(update_fields=["because"])


def _clocks(deadline: Deadline) -> Iterable[Clock]:
    steps = MECHANISMS[deadline.course.mechanism].steps
    return (clock for step in steps for clock in step.starts if clock.name == deadline.name)


def _replay(held: Hold) -> None:
    for deadline in Deadline.objects.filter(shifts__hold=held):
        _reckon_again(deadline)


def _reckon_again(deadline: Deadline) -> None:
    """Reckon a limit from the day that it had before any hold, through the holds that stand."""
    shifts = list(deadline.shifts.select_related("hold").order_by("pk"))
    written = {shift.sentence for shift in shifts}
    because = [step for step in deadline.because if step not in written]
    day, provisional = shifts[0].from_date, shifts[0].provisional_before
    for shift in shifts:
        provisional |= _apply(shift, deadline.start_date, day)
        day = shift.to_date
        because += [shift.sentence] if shift.sentence else []
    deadline.last_date, deadline.because, deadline.provisional = day, because, provisional
    deadline.save(update_fields=["last_date", "because", "provisional"])


def _apply(shift: Shift, start: date, day: date) -> bool:
    """Set a shift anew on a last day; return whether the day it leads to is provisional."""
    held = shift.hold
    shift.from_date, shift.to_date, shift.days = day, day, 0
    provisional = False
    if held.undone_at is not None:
        shift.sentence = ""
    elif shift.moves and held.end_date is not None:
        moved = hold.move(start, day, Held(held.start_date, held.end_date), calendar())
        shift.to_date, shift.days, shift.sentence = moved.last_day, moved.days, moved.sentence
        provisional = moved.provisional
    shift.save()
    return provisional


def last_held_day(resumed_on: date) -> date:
    """Return the last day that does not count, from the first that counts again."""
    return resumed_on - timedelta(days=1)
