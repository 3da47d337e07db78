"""`duly seed`: prototypes walked through the door, then as many matters as are asked for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from django.db.models import Max

from duly.law.terms import Role
from duly.registry.court_files import calendar
from duly.registry.models import Court, Matter
from duly.simulation import court as installation
from duly.simulation import days, logins, staff
from duly.simulation.matters import IN_POST_FOR, LONGEST, TOLD, TooEarly, beginnings
from duly.simulation.playing import play
from duly.simulation.scale import multiplying
from duly.simulation.scale.copies import FILLED, Copies
from duly.simulation.scale.prototype import Prototype, read, tables
from duly.simulation.scale.shares import OVER, SHARES
from duly.simulation.scale.signs import ROOM
from duly.simulation.scale.variant import Variant, fits, vary
from duly.simulation.staff import Staff
from duly.simulation.stories import STORIES

IN_FORCE = date(2022, 9, 15)
WEEK = timedelta(days=7)
# A matter that is over lies up to three years back, one that runs up to ten weeks.
WEEKS_OVER, WEEKS_RUNNING = 156, 10
MOST_VARIANTS = 1200
COPIES_A_VARIANT = 25
TRIES = 200
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Seeded:
    """How many matters there are now, of how many prototypes and variants."""

    matters: int
    prototypes: int
    variants: int


def seed_court(*, matters: int, seed: int, on: date, tell: Tell = lambda _: None) -> Seeded:
    """Fill an empty database with a court of so many matters, as it stands on a day.

    The same number, seed and day give the same matters; what is sealed differs each time.
    Not one transaction: a seeding that was cut off is begun anew in an empty database.

    :raises TooEarly: for a day on which the oldest prototype would precede the mechanism.
    :raises duly.registry.court_setup.AlreadyInstalled: if the database has a court.
    """
    if on - LONGEST < IN_FORCE:
        raise TooEarly(f"日期最早为{IN_FORCE + LONGEST}")
    opens = days.morning(days.workday_from(on - LONGEST, calendar()))
    (court,) = installation.establish(both=False, since=on - IN_POST_FOR, at=opens)
    password = logins.make_password()
    appointed = staff.appoint(password=password, since=on - IN_POST_FOR, at=opens)
    logins.keep(password, staff.STAFF)
    prototypes = walk(court, appointed, on)
    tell(f"办理了{len(prototypes)}件原型")
    left = matters - len(prototypes)
    chance = Random(seed)
    variants, weights = _variants(prototypes, left, chance)
    copies = Copies(
        court=court,
        variants=variants,
        weights=weights,
        actor=appointed.of(Role.TRIAL_CLERK),
        at=days.morning(on),
        chance=chance,
        first=_first_free(),
    )
    multiplying.multiply(variants, lambda: copies.fill(left), FILLED)
    return Seeded(Matter.objects.count(), len(prototypes), len(variants))


def walk(court: Court, people: Staff, on: date) -> Sequence[Prototype]:
    """Take every step of the prototypes through the door, and return what they left."""
    told = {
        story: case
        for story, case in beginnings(court, people, on, files_of=TOLD["full"][0])
        if story in SHARES
    }
    play((STORIES[story](case) for story, case in told.items()), before=on)
    return [read(story, case.matter) for story, case in told.items()]


def _variants(
    prototypes: Sequence[Prototype], copies: int, chance: Random
) -> tuple[list[Variant], list[float]]:
    """Move each prototype to as many times as its share deserves."""
    wanted = max(1, min(MOST_VARIANTS, copies // COPIES_A_VARIANT))
    variants: list[Variant] = []
    weights: list[float] = []
    whole = sum(SHARES[one.story] for one in prototypes)
    for prototype in prototypes:
        share = SHARES[prototype.story]
        shifts = _shifts(prototype, max(1, wanted * share // whole), chance)
        variants += [vary(prototype, shift) for shift in shifts]
        weights += [share / len(shifts)] * len(shifts)
    return variants, weights


def _shifts(prototype: Prototype, wanted: int, chance: Random) -> list[timedelta]:
    """Return different moves by whole weeks into the past that leave every time limit right."""
    weeks = WEEKS_OVER if prototype.story in OVER else WEEKS_RUNNING
    possible = [
        -WEEK * back
        for back in range(weeks + 1)
        if fits(prototype, -WEEK * back, calendar(), IN_FORCE)
    ]
    return chance.sample(possible, min(wanted, len(possible)))


def _first_free() -> int:
    """Return the first copy whose rows collide with none that are there."""
    largest = max(model._default_manager.aggregate(Max("pk"))["pk__max"] or 0 for model in tables())
    return largest // ROOM + 1
