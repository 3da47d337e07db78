"""触达次序：渠道、间隔、安静时段、次数上限、失败后的下一来源。"""

from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duly.law.calendar import Calendar
from duly.law.terms import Channel, Purpose
from duly.outreach.ladder import (
    Caps,
    Facts,
    MalformedLadder,
    Outcome,
    Past,
    Plan,
    Point,
    ladder_of,
    next_attempt,
    read,
)
from duly.outreach.ladder.rungs import CLIMBED
from duly.registry.models import ContactPointKind

SHANGHAI = ZoneInfo("Asia/Shanghai")
CALENDAR = Calendar.published()
LADDER = ladder_of("粤0117")
OLD, NEW = (Point(n, ContactPointKind.PHONE, s) for n, s in ((1, "申请人提供"), (2, "庭审笔录")))
MAIL = Point(3, ContactPointKind.EMAIL, "送达地址确认书", consent=True)
OTHER_MAIL = Point(5, ContactPointKind.EMAIL, "网上查得")
HOME = Point(4, ContactPointKind.ADDRESS, "送达地址确认书", confirmed=True)
POINTS = (OLD, NEW, MAIL, HOME)


def moment(day: int, hour: int = 10, minute: int = 0) -> datetime:
    """November 2026: the 21st is a Saturday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=SHANGHAI)


def ask(purpose: Purpose = Purpose.URGING, **told: object) -> Plan:
    facts = Facts(purpose, POINTS, (), (), moment(24))
    return next_attempt(LADDER, replace(facts, **told), CALENDAR)  # type: ignore[arg-type]


def past(channel: Channel, outcome: Outcome, point: int | None, day: int = 23) -> Past:
    return Past(channel, point, moment(day), outcome)


def test_the_first_channel_comes_first_and_says_why() -> None:
    plan = ask()
    assert (plan.channel, plan.point, plan.not_before) == (Channel.SMS, OLD, moment(24))
    assert plan.reasons == ("下一渠道：短信（申请人提供）",)


def test_a_failure_leads_to_the_next_source_at_once() -> None:
    plan = ask(past=(past(Channel.SMS, Outcome.FAILED, OLD.pk, 24),))
    assert (plan.channel, plan.point, plan.not_before) == (Channel.SMS, NEW, moment(24))


def test_when_all_sources_failed_the_next_channel_follows_at_once() -> None:
    failed = tuple(past(Channel.SMS, Outcome.FAILED, p.pk, 24) for p in (OLD, NEW))
    plan = ask(past=failed)
    assert (plan.channel, plan.point) == (Channel.CALL, OLD)
    assert "短信的各个来源均已试过" in plan.reasons


def test_an_arrival_without_an_answer_waits_for_the_next_channel() -> None:
    plan = ask(past=(past(Channel.SMS, Outcome.ARRIVED, OLD.pk, 23),))
    assert (plan.channel, plan.not_before) == (Channel.CALL, moment(25))


def test_nothing_follows_while_an_attempt_has_no_result() -> None:
    plan = ask(past=(past(Channel.SMS, Outcome.OPEN, OLD.pk),))
    assert plan == Plan(("前一次发送尚无结果，等待回执",))


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        (moment(24, 21, 59), moment(24, 21, 59)),
        (moment(24, 22, 0), moment(25, 8, 0)),
        (moment(25, 7, 59), moment(25, 8, 0)),
        (moment(20, 23, 0), moment(23, 8, 0)),
        (moment(21, 12, 0), moment(23, 8, 0)),
    ],
    ids=["before ten", "ten sharp", "before eight", "friday night", "saturday noon"],
)
def test_nobody_is_disturbed_from_22_to_8_or_on_a_rest_day(now: datetime, opens: datetime) -> None:
    assert ask(now=now).not_before == opens


def test_a_letter_is_posted_at_any_hour() -> None:
    plan = ask(Purpose.SERVICE, points=(HOME,), now=moment(24, 23))
    assert (plan.channel, plan.not_before) == (Channel.POST, moment(24, 23))


def test_rest_days_count_by_setting() -> None:
    ladder = replace(LADDER, quiet=replace(LADDER.quiet, rest_days=False))
    facts = Facts(Purpose.URGING, POINTS, (), (), moment(21))
    assert next_attempt(ladder, facts, CALENDAR).not_before == moment(21)


def test_a_person_is_urged_no_more_than_once_a_day() -> None:
    assert ask(urged=(moment(24, 9),)).not_before == moment(25, 8)


def test_three_a_week_then_the_fourth_waits_for_the_week_to_pass() -> None:
    urged = (moment(18), moment(19), moment(20))
    assert ask(urged=urged).not_before == moment(25)


def test_beyond_the_cap_in_all_nothing_is_planned() -> None:
    urged = tuple(moment(1) - timedelta(days=n) for n in range(12))
    plan = ask(urged=urged)
    assert plan.channel is None
    assert "上限" in plan.reasons[-1]


def test_service_is_not_capped() -> None:
    plan = ask(Purpose.SERVICE, urged=(moment(24, 9),) * 20)
    assert (plan.channel, plan.not_before) == (Channel.EMAIL, moment(24))


def test_article_90_no_electronic_service_without_consent() -> None:
    plan = ask(Purpose.SERVICE, points=(OTHER_MAIL, HOME))
    assert plan.channel is Channel.POST
    assert "没有同意电子送达的记录，不以电子邮件送达" in plan.reasons


def test_returned_mail_leads_to_the_next_channel_the_same_day() -> None:
    returned = (
        past(Channel.EMAIL, Outcome.FAILED, MAIL.pk, 20),
        past(Channel.POST, Outcome.FAILED, HOME.pk, 24),
    )
    plan = ask(Purpose.SERVICE, past=returned)
    assert (plan.channel, plan.not_before) == (Channel.VISIT, moment(24))


@pytest.mark.parametrize("purpose", CLIMBED)
def test_at_the_end_of_the_ladder_a_person_decides_and_nobody_is_urged_by_public_notice(
    purpose: Purpose,
) -> None:
    plan = ask(purpose, past=tuple(_every(purpose)))
    assert plan.channel is None
    assert ("督促不以公告" in plan.reasons[-1]) is (purpose is Purpose.URGING)


def _every(purpose: Purpose) -> list[Past]:
    channels = [rung.channel for rung in LADDER.rungs[purpose]]
    return [past(c, Outcome.FAILED, p) for c in channels for p in (None, 1, 2, 3, 4)]


def test_without_any_source_the_reasons_name_what_is_missing() -> None:
    plan = ask(Purpose.SERVICE, points=())
    assert plan.reasons[:3] == (
        "没有电子邮箱，不能使用电子邮件",
        "没有地址，不能使用邮寄",
        "没有地址，不能使用上门走访",
    )


@given(
    st.lists(st.integers(0, 40 * 24 * 60), max_size=25),
    st.integers(0, 40 * 24 * 60),
    st.integers(1, 3),
    st.integers(1, 6),
)
def test_no_history_of_urging_breaks_a_cap_or_the_quiet_hours(
    minutes: list[int], now: int, a_day: int, a_week: int
) -> None:
    start = moment(1, 0)
    at = start + timedelta(minutes=now)
    urged = tuple(sorted(start + timedelta(minutes=m) for m in minutes if m <= now))
    ladder = replace(LADDER, caps=Caps(a_day, a_week, 99))
    plan = next_attempt(ladder, Facts(Purpose.URGING, POINTS, (), urged, at), CALENDAR)

    then = plan.not_before
    assert then is not None
    assert then >= at
    assert time(8) <= then.time() < time(22)
    assert not CALENDAR.is_rest_day(then.date())
    assert sum(one.date() == then.date() for one in urged) < a_day
    assert sum(then - timedelta(days=7) < one <= then for one in urged) < a_week


@pytest.mark.parametrize(
    ("old", "new", "because"),
    [
        ('channel = "post"', 'channel = "sms"', "短信不能送达文书"),
        ("from = 22:00:00", "from = 07:00:00", "安静时段"),
        ('channel = "visit"', 'channel = "pigeon"', "pigeon"),
        ("[caps]", "[limits]", "caps"),
    ],
)
def test_a_ladder_that_cannot_be_is_refused(old: str, new: str, because: str) -> None:
    from importlib import resources

    text = (resources.files("duly.outreach.ladder") / "ladder.toml").read_text(encoding="utf-8")
    assert read(text) == LADDER
    with pytest.raises(MalformedLadder, match=because):
        read(text.replace(old, new))
