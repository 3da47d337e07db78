"""The demo court loaded: every matter played up to the eve of a day, all or nothing."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from importlib.resources import files
from random import Random
from typing import Any

from django.db import transaction

from duly.registry.court_files import calendar
from duly.registry.models import Court
from duly.simulation import court as installation
from duly.simulation import days, forms, logins, staff
from duly.simulation.case import Case
from duly.simulation.playing import Story, play
from duly.simulation.rehearsal import latest_beginning
from duly.simulation.staff import Staff
from duly.simulation.stories import STORIES

# The oldest matter began so many days before the day of the demo.
LONGEST = timedelta(days=240)
# Every act must fall under the mechanism, which is in force since 2022-09-15.
EARLIEST = date(2022, 9, 15) + LONGEST
Beginning = Callable[[date], Case]
IN_POST_FOR = timedelta(days=3 * 365)
SEED = 117


class TooEarly(ValueError):
    """The matters would begin before the mechanism was in force."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The demo court, and how many acts this loading took: none if it was there before."""

    court: Court
    matters: int
    acts: int


@transaction.atomic
def load_demo_court(*, on: date, seed: int = SEED) -> Loaded:
    """Load the demo court as it stands on the morning of a day. Loading again changes nothing.

    Every act is taken through the door at its own past moment, the last one on the workday
    before `on`. The same day and seed give the same matters; the password is always new.

    :raises TooEarly: for a day on which the oldest matter would precede the mechanism.
    :raises duly.registry.court_setup.AlreadyInstalled: if there is another court.
    """
    there = installation.demo_court()
    if there is not None:
        return Loaded(there, there.matters.count(), 0)
    if on < EARLIEST:
        raise TooEarly(f"示范日期最早为{EARLIEST}：机制自2022年9月15日起施行")
    known = calendar()
    opens = days.morning(days.workday_from(on - LONGEST, known))
    established = installation.establish(since=on - IN_POST_FOR, at=opens)
    password = logins.make_password()
    people = staff.appoint(password=password, since=on - IN_POST_FOR, at=opens)
    logins.keep(password)
    cases = list(beginnings(established, people, on, seed=seed))
    acts = play((STORIES[story](case) for story, case in cases), before=on)
    return Loaded(established, len(cases), acts)


def beginnings(
    court: Court, people: Staff, on: date, *, seed: int = SEED
) -> Iterator[tuple[str, Case]]:
    """Return each story by name with its matter at the moment at which it begins."""
    known = calendar()
    for place, told in enumerate(_told()):
        begin = partial(_case, told, court=court, people=people, on=on, place=place, seed=seed)
        story = told["story"]

        def tell(day: date, story: str = story, begin: Beginning = begin) -> Story:
            return STORIES[story](begin(day))

        by = days.workday_before(on, told["workdays_ago"], known)
        yield story, begin(latest_beginning(tell, by=by, calendar=known))


def _case(
    told: Mapping[str, Any],
    begins: date,
    *,
    court: Court,
    people: Staff,
    on: date,
    place: int,
    seed: int,
) -> Case:
    chance = Random(f"{seed} {told['story']}")
    return Case(
        court=court,
        staff=people,
        form=forms.fill(told, court=court.code, place=place, made_on=begins, on=on),
        on=on,
        turn=place,
        service=told.get("service", "personal"),
        chance=chance,
        moment=days.morning(begins, chance.randrange(5, 50)),
    )


def _told() -> list[Mapping[str, Any]]:
    text = (files("duly.simulation") / "matters.toml").read_text(encoding="utf-8")
    told: list[Mapping[str, Any]] = tomllib.loads(text)["matter"]
    return told
