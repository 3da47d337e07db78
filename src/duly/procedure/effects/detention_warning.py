"""What the steps of the warning before detention change."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from duly.procedure.act import Act
from duly.procedure.effects.sanction import decision, misconduct
from duly.procedure.models import Sanction


def take_into_custody(act: Act) -> None:
    """Record from when, until when and where the person is held."""
    given, made = act.answers, decision.decided(act)
    made.custody_at = _moment(given["taken_on"], given["taken_time"])
    made.custody_from, made.custody_until = given["taken_on"], given["until"]
    made.custody_place = given["place"]
    made.save(update_fields=["custody_at", "custody_from", "custody_until", "custody_place"])


def notify_family(act: Act) -> None:
    """Record when the family was told."""
    made = decision.decided(act)
    made.family_notified_at = _moment(act.answers["told_on"], act.answers["told_time"])
    made.save(update_fields=["family_notified_at"])


def end_custody(act: Act) -> None:
    """Record the release at the end of the term."""
    decision.end_on(act, "ended_on")


def release_early(act: Act) -> None:
    """End the custody on the day that the president approved."""
    made, release_on = decision.decided(act), act.given("release_on")
    made.ended_date = date.fromisoformat(release_on)
    made.save(update_fields=["ended_date"])


def not_carried_out(act: Act) -> None:
    """End a detention that is not to be carried out any more."""
    made = decision.decided(act)
    made.ended_date = act.on
    made.save(update_fields=["ended_date"])


def change_detention(act: Act) -> None:
    """Record the days that the court above set, and let custody end with them."""
    decision.change_detention(act)
    made = decision.decided(act)
    if made.custody_from is not None and made.ended_date is None:
        _end_with(act, made, made.custody_from + timedelta(days=act.answers["days"]))


def _end_with(act: Act, made: Sanction, until: date) -> None:
    made.custody_until = until
    made.save(update_fields=["custody_until"])
    act.course.deadlines.filter(name="custody", stopped_at=None).update(last_date=until)


def _moment(day: date, clock: str) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.fromisoformat(clock)))


EFFECTS = {
    **misconduct.EFFECTS,
    **decision.EFFECTS,
    "take_into_custody": take_into_custody,
    "notify_family": notify_family,
    "end_custody": end_custody,
    "approve_early_release": release_early,
    "end_unexecuted": not_carried_out,
    "record_changed": change_detention,
}
AFTERMATH = {
    **decision.AFTERMATH,
    "approve_detention": decision.keep_detention,
    "waive": decision.open_again,
    "end_unexecuted": decision.open_again,
    "close_detention": decision.open_again,
}
