"""The demo court loaded: every matter played up to the eve of a day, all or nothing."""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from importlib.resources import files
from itertools import chain
from random import Random
from typing import Any, Literal

from django.db import transaction

from duly.documents.sealing import demo as demo_seal
from duly.registry.court_files import calendar
from duly.registry.models import Court, Matter
from duly.simulation import court as installation
from duly.simulation import days, forms, logins, staff
from duly.simulation.case import Case
from duly.simulation.playing import Story, play
from duly.simulation.rehearsal import latest_beginning
from duly.simulation.staff import Staff
from duly.simulation.stories import STORIES

# The oldest matter began so many days before the day of the demo: a listing of two years is over.
LONGEST = timedelta(days=980)
# Every act must fall under the mechanism, which is in force since 2022-09-15.
EARLIEST = date(2022, 9, 15) + LONGEST
Beginning = Callable[[date], Case]
IN_POST_FOR = timedelta(days=3 * 365)
SEED = 117
Size = Literal["full", "small"]
# What each court's matters are told in; the small demo has the first court and its first file.
TOLD: Mapping[Size, tuple[tuple[str, ...], ...]] = {
    "small": (("matters.toml",),),
    "full": (("matters.toml", "further.toml"), ("second_court.toml",)),
}


class TooEarly(ValueError):
    """The matters would begin before the mechanism was in force."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The demo court, and how many acts this loading took: none if it was there before.

    `matters` counts those of every court; `courts` names them.
    """

    court: Court
    courts: tuple[str, ...]
    matters: int
    acts: int


@transaction.atomic
def load_demo_court(
    *, on: date, seed: int = SEED, size: Size = "full", sealed: bool = False
) -> Loaded:
    """Load the demo courts as they stand on the morning of a day. Loading again changes nothing.

    The full demo has some sixty matters in two courts, with every state of every mechanism
    in one of them; the small one has seventeen matters in the first court.

    Every act is taken through the door at its own past moment, the last one on the workday
    before `on`. The same day and seed give the same matters; the password is always new. With
    `sealed` each court is given a seal for demonstrations, and its papers bear it.

    :raises TooEarly: for a day on which the oldest matter would precede the mechanism.
    :raises duly.registry.court_setup.AlreadyInstalled: if there is another court.
    """
    there = installation.demo_court()
    if there is not None:
        return Loaded(there, _names(), Matter.objects.count(), 0)
    if on < EARLIEST:
        raise TooEarly(f"示范日期最早为{EARLIEST}：机制自2022年9月15日起施行")
    known = calendar()
    opens = days.morning(days.workday_from(on - LONGEST, known))
    told = TOLD[size]
    courts = installation.establish(both=len(told) > 1, since=on - IN_POST_FOR, at=opens)
    for court in courts if sealed else ():
        demo_seal.make(court.code, court.name)
    password = logins.make_password()
    members = (staff.STAFF, staff.SECOND_STAFF)[: len(told)]
    cases: list[tuple[str, Case]] = []
    for court, people, names in zip(courts, members, told, strict=True):
        appointed = staff.appoint(people, password=password, since=on - IN_POST_FOR, at=opens)
        first = len(cases)
        cases += beginnings(court, appointed, on, seed=seed, files_of=names, first=first)
    logins.keep(password, chain.from_iterable(members))
    acts = play((STORIES[story](case) for story, case in cases), before=on)
    return Loaded(courts[0], _names(), len(cases), acts)


def _names() -> tuple[str, ...]:
    return tuple(Court.objects.order_by("pk").values_list("name", flat=True))


def beginnings(
    court: Court,
    people: Staff,
    on: date,
    *,
    seed: int = SEED,
    files_of: Sequence[str] = TOLD["small"][0],
    first: int = 0,
) -> Iterator[tuple[str, Case]]:
    """Return each story by name with its matter at the moment at which it begins.

    `first` is the place of the first matter: numbers of people and papers follow from it.
    """
    known = calendar()
    for place, told in enumerate(_told(files_of), start=first):
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
    chance = Random(f"{seed} {place} {told['story']}")
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


def _told(names: Iterable[str]) -> Iterator[Mapping[str, Any]]:
    for name in names:
        text = (files("duly.simulation") / name).read_text(encoding="utf-8")
        yield from tomllib.loads(text)["matter"]
