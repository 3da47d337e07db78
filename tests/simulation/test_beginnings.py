"""The stories fit before whatever day the demo is looked at, by their dates alone."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain

import pytest

from duly.registry.court_files import calendar
from duly.registry.court_setup import AlreadyInstalled
from duly.registry.models import Court
from duly.simulation import days, staff
from duly.simulation.case import Case
from duly.simulation.matters import (
    EARLIEST,
    LONGEST,
    TOLD,
    TooEarly,
    beginnings,
    load_demo_court,
)
from duly.simulation.playing import Act, OutOfOrder, Story, play
from duly.simulation.rehearsal import NeverInTime, latest_beginning
from duly.simulation.staff import Staff
from duly.simulation.stories import STORIES

WEEKEND, AFTER_SPRING_FESTIVAL, IN_NATIONAL_DAY, UNPUBLISHED = (
    date(2026, 11, 22),
    date(2026, 2, 25),
    date(2026, 10, 4),
    date(2027, 5, 6),
)
EVERYTHING = tuple(chain.from_iterable(TOLD["full"]))
AT = days.morning(date(2020, 1, 2))


@pytest.fixture
def people(db: None) -> Staff:
    return staff.appoint(password="a-password-for-tests", since=date(2020, 1, 1), at=AT)


@pytest.mark.parametrize(
    "on", [EARLIEST, WEEKEND, AFTER_SPRING_FESTIVAL, IN_NATIONAL_DAY, UNPUBLISHED]
)
def test_every_story_ends_before_its_day(people: Staff, on: date):
    told = set()
    for story, case in beginnings(Court(), people, on, seed=1, files_of=EVERYTHING):
        told.add(story)
        began = case.moment.date()
        acts = list(STORIES[story](case))
        assert on - LONGEST < began <= acts[-1].at.date() < on, story
        assert not calendar().is_rest_day(began), story
    assert told == set(STORIES)


def test_the_same_day_and_seed_give_the_same_matters(people: Staff):
    first, second, other = (_told(people, seed) for seed in (1, 1, 2))
    assert first == second != other


def _told(people: Staff, seed: int) -> list[object]:
    def tell(case: Case, story: str) -> object:
        return case.form, case.moment, case.card(), [act.at for act in STORIES[story](case)]

    cases = beginnings(Court(), people, date(2026, 11, 24), seed=seed, files_of=EVERYTHING)
    return [tell(case, story) for story, case in cases]


def test_a_day_before_the_mechanism_is_refused(db: None):
    with pytest.raises(TooEarly, match="2022年9月15日"):
        load_demo_court(on=EARLIEST - timedelta(days=1))
    assert not Court.objects.exists()


def test_a_database_with_another_court_is_left_alone(db: None):
    Court.objects.create(code="粤0112", name="广州市黄埔区人民法院")
    with pytest.raises(AlreadyInstalled, match="广州市黄埔区人民法院"):
        load_demo_court(on=date(2026, 11, 24))


def _daily(case: Case, count: int) -> Story:
    for _ in range(count):
        yield Act(case.moment, lambda at: at)
        case.go_workdays(1)


def test_a_story_begins_as_late_as_it_can(people: Staff):
    ((_, case), *_) = beginnings(Court(), people, date(2026, 11, 24), seed=1)

    def tell(day: date) -> Story:
        case.moment = case.moment.replace(year=day.year, month=day.month, day=day.day)
        return _daily(case, 5)

    # Five workdays, the last of them Monday the 23rd.
    begins = latest_beginning(tell, by=date(2026, 11, 23), calendar=calendar())
    assert begins == date(2026, 11, 17)


def test_a_story_that_never_ends_in_time_is_told_so(people: Staff):
    ((_, case), *_) = beginnings(Court(), people, date(2026, 11, 24), seed=1)
    with pytest.raises(NeverInTime):
        latest_beginning(lambda _: _daily(case, 9), by=date(2026, 1, 5), calendar=calendar())


def test_acts_of_all_stories_happen_in_the_order_of_time(people: Staff):
    ((_, one), (_, two), *_) = beginnings(Court(), people, date(2026, 11, 24), seed=1)
    done: list[str] = []

    def story(case: Case, name: str, hours: tuple[int, ...]) -> Iterator[Act]:
        for hour in hours:
            yield Act(one.moment.replace(hour=hour), lambda at: done.append(f"{name}{at.hour}"))

    count = play([story(one, "a", (9, 11)), story(two, "b", (10, 15))], before=date(2026, 11, 24))
    assert (count, done) == (4, ["a9", "b10", "a11", "b15"])
    with pytest.raises(OutOfOrder):
        play([story(one, "a", (11, 9))], before=date(2026, 11, 24))
    with pytest.raises(OutOfOrder):
        play([story(one, "a", (9,))], before=one.moment.date())
