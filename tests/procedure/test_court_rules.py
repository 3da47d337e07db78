"""What a court sets for itself: by its president, from a day on, after seeing what it would do."""

from datetime import date, timedelta

import pytest

from duly.journal.models import Entry
from duly.law.mechanism import MECHANISMS
from duly.law.terms import ProceedingKind, Role
from duly.procedure import court_replay, court_rules, queries
from duly.procedure.court_rules import NotSet, Proposed
from duly.registry.court_settings import SettingName, setting, type_code
from duly.registry.models import CourtSetting
from tests.procedure import sanctioning, walks
from tests.procedure.conftest import Walk
from tests.procedure.test_payments import change_account

SMALL, TERM = SettingName.SMALL_CLAIM, SettingName.WARNING_TERM
LATER = timedelta(days=10)


def proposed(walk: Walk, value: str, name: SettingName = SMALL, **changes: object) -> Proposed:
    given = {"name": name, "value": value, "since": walk.on + LATER, "source": "审委会纪要1号"}
    return Proposed(**{**given, **changes})  # type: ignore[arg-type]


@pytest.fixture
def ruled(walk: Walk) -> Walk:
    sanctioning.set_up(walk)
    return walk


def test_a_value_counts_from_its_day_and_the_old_one_until_then(ruled: Walk):
    walk = ruled
    before = setting(walk.court, SMALL, on=walk.on)
    president = walk.staff[Role.PRESIDENT]
    made = court_rules.change(walk.court, proposed(walk, "50000"), actor=president, at=walk.at)
    assert (made.value, made.set_by) == ("50000.00", president)
    assert setting(walk.court, SMALL, on=walk.on + LATER - timedelta(days=1)) == before
    assert setting(walk.court, SMALL, on=walk.on + LATER) == "50000.00"
    assert Entry.objects.latest("seq").act == "court.change_setting"


@pytest.mark.parametrize(
    ("value", "change", "why"),
    [
        ("1e9", {}, "半角数字"),
        ("-0", {}, "半角数字"),
        ("50000", {"source": " "}, "依据"),
        ("50000", {"since": date(2020, 1, 1)}, "不能早于今天"),
        ("0", {"name": TERM}, "1至60"),
        ("１５", {"name": TERM}, "1至60"),
    ],
)
def test_what_cannot_be_set_is_refused_with_its_rule(
    ruled: Walk, value: str, change: dict[str, object], why: str
):
    walk, kept = ruled, CourtSetting.objects.count()
    with pytest.raises(NotSet, match=why):
        court_rules.change(
            walk.court,
            proposed(walk, value, **change),
            actor=walk.staff[Role.PRESIDENT],
            at=walk.at,
        )
    assert CourtSetting.objects.count() == kept


def test_only_the_president_sets_and_a_day_is_set_once(ruled: Walk):
    walk = ruled
    with pytest.raises(NotSet, match="由院长修改"):
        court_rules.change(
            walk.court, proposed(walk, "50000"), actor=walk.staff[Role.BUREAU_HEAD], at=walk.at
        )
    president = walk.staff[Role.PRESIDENT]
    court_rules.change(walk.court, proposed(walk, "50000"), actor=president, at=walk.at)
    with pytest.raises(NotSet, match="已经设定"):
        court_rules.change(walk.court, proposed(walk, "60000"), actor=president, at=walk.at)


def test_a_replay_names_the_courses_that_a_new_amount_would_change(walk: Walk):
    sanctioning.to_found(walk, sanctioning.FINE)
    president = walk.staff[Role.PRESIDENT]
    kept = CourtSetting.objects.count()
    lower = court_replay.replay(walk.court, proposed(walk, "50000"), actor=president, at=walk.at)
    (fine,) = (one for one in lower.differences if one.course.mechanism == "fine_warning")
    assert fine.lost
    assert not fine.gained
    assert CourtSetting.objects.count() == kept

    higher = court_replay.replay(walk.court, proposed(walk, "999999"), actor=president, at=walk.at)
    assert higher == court_replay.Replay()


def test_a_type_code_counts_from_its_day_and_begins_a_series_of_its_own(walk: Walk):
    walks.to_requested(walk)
    president = walk.staff[Role.PRESIDENT]
    code = proposed(walk, "执督", SettingName.CODE_URGING, since=walk.on)
    court_rules.change(walk.court, code, actor=president, at=walk.at)
    walk.take("pre_enforcement", "register", Role.FILING_CLERK)
    walk.matter.refresh_from_db()
    assert walk.matter.numbers.endswith("（2026）粤0117执督1号")
    assert type_code(walk.court, ProceedingKind.URGING, on=date(2026, 1, 1)) == "执前调"


def test_a_court_goes_by_its_new_name_from_its_day(walk: Walk):
    president = walk.staff[Role.PRESIDENT]
    name = proposed(walk, "广州市示例区人民法院", SettingName.COURT_NAME)
    court_rules.change(walk.court, name, actor=president, at=walk.at)
    walk.court.refresh_from_db()
    assert walk.court.name == "广州市从化区人民法院"
    court_rules.apply_names(on=walk.on + LATER, at=walk.at)
    walk.court.refresh_from_db()
    assert walk.court.name == "广州市示例区人民法院"


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        (SettingName.CODE_URGING, "zqd", "一至四个汉字"),
        (SettingName.COURT_PHONE, "87920000", "区号"),
        (SettingName.COURT_ADDRESS, "路", "2至40个字"),
        (SettingName.KEEP_FILES, "3", "30至36500"),
        (SettingName.ACCOUNT_HOLD, "31", "0至30"),
    ],
)
def test_what_is_set_keeps_to_the_rule_of_its_kind(
    walk: Walk, name: SettingName, value: str, why: str
):
    with pytest.raises(NotSet, match=why):
        court_rules.change(
            walk.court,
            proposed(walk, value, name),
            actor=walk.staff[Role.PRESIDENT],
            at=walk.at,
        )


@pytest.mark.parametrize(
    ("name", "value", "days"), [(TERM, "20", 5), (TERM, "15", 0), (SettingName.PAY_TERM, "20", 0)]
)
def test_a_replay_of_a_term_counts_those_that_run_and_keep_their_day(
    walk: Walk, name: SettingName, value: str, days: int
):
    sanctioning.to_found(walk, sanctioning.FINE)
    president = walk.staff[Role.PRESIDENT]
    before = court_replay.replay(
        walk.court, proposed(walk, value, name), actor=president, at=walk.at
    )
    assert before.running == ()
    sanctioning.warn(walk, sanctioning.FINE)
    shown = court_replay.replay(
        walk.court, proposed(walk, value, name), actor=president, at=walk.at
    )
    assert len(shown.running) == (name is TERM)
    assert shown.moved == 0
    for one in shown.differing:
        assert one.last_day == date(2026, 6, 17)
        assert one.under_new == date(2026, 6, 17) + timedelta(days=days)
    assert len(shown.differing) == (days > 0)


def test_where_a_term_comes_next_the_new_one_is_suggested(walk: Walk):
    sanctioning.to_found(walk, sanctioning.FINE)
    president = walk.staff[Role.PRESIDENT]
    new = proposed(walk, "20", since=walk.on, name=TERM)
    shown = court_replay.replay(walk.court, new, actor=president, at=walk.at)
    court_rules.change(walk.court, new, actor=president, at=walk.at)
    course = walk.course(sanctioning.FINE)
    (last_day,) = queries.fields(
        course, MECHANISMS[course.mechanism].step("issue_warning"), walk.at
    )
    assert shown.ahead >= 1
    assert last_day.initial == "2026-06-22"


def test_a_replay_of_the_hold_tells_which_changes_of_account_it_moves(walk: Walk):
    walks.to_running(walk)
    change_account(walk)
    president = walk.staff[Role.PRESIDENT]
    hold = SettingName.ACCOUNT_HOLD
    later = court_replay.replay(walk.court, proposed(walk, "5", hold), actor=president, at=walk.at)
    today = court_replay.replay(
        walk.court, proposed(walk, "5", hold, since=walk.on), actor=president, at=walk.at
    )
    assert [(one.keeps, one.differs) for one in later.running] == [(True, True)]
    assert [(one.keeps, one.differs) for one in today.running] == [(False, True)]
    assert CourtSetting.objects.filter(name=hold.value).count() == 0
