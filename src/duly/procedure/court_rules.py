"""What a court sets for itself, changed by its president from a day on."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from duly.accounts.models import User
from duly.accounts.queries import roles_of
from duly.journal import actions as journal
from duly.law.terms import Role
from duly.procedure.refusal import Refusal
from duly.registry.court_settings import SettingName, apply, check
from duly.registry.models import Court, CourtSetting


class NotSet(Refusal):
    """A setting that cannot be changed so; the message says why."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A new value of a setting: from which day, and on what it rests."""

    name: SettingName
    value: str
    since: date
    source: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A setting as it stands on a day: the row in force, those to come, and those before."""

    now: CourtSetting | None
    ahead: tuple[CourtSetting, ...]
    before: tuple[CourtSetting, ...]


def in_force(court: Court, on: date) -> dict[SettingName, Standing]:
    """Return how each setting of a court stands on a day."""
    rows = sorted(court.settings.all(), key=lambda row: row.since)
    return {name: _standing([r for r in rows if r.name == name.value], on) for name in SettingName}


def _standing(rows: list[CourtSetting], on: date) -> Standing:
    past = [row for row in rows if row.since <= on]
    ahead = tuple(row for row in rows if row.since > on)
    return Standing(past[-1] if past else None, ahead, tuple(reversed(past[:-1])))


def may_change(user: User, court: Court, on: date) -> bool:
    """Whether a person sets this court's own values: its president on that day."""
    return Role.PRESIDENT in roles_of(user, on, court.code)


@transaction.atomic
def change(court: Court, proposed: Proposed, *, actor: User, at: datetime) -> CourtSetting:
    """Keep a new value from its day on, with its source and its entry.

    :raises NotSet: for a value that breaks its rule, a day gone by, a day that has a value
        already, no source, or a person who is not the court's president.
    """
    value = readable(court, proposed, actor, timezone.localdate(at))
    court = Court.objects.select_for_update().get(pk=court.pk)
    if court.settings.filter(name=proposed.name.value, since=proposed.since).exists():
        raise NotSet("这一天起用的值已经设定，请另选起用日")
    journal.record(
        at=at,
        actor_id=actor.pk,
        actor_name=actor.full_name,
        post=Role.PRESIDENT.value,
        act="court.change_setting",
        subject={"court": court.code, "setting": proposed.name.value},
        detail={
            "value": value,
            "since": proposed.since.isoformat(),
            "source": proposed.source.strip(),
        },
    )
    made = CourtSetting.objects.create(
        court=court,
        name=proposed.name.value,
        value=value,
        source=proposed.source.strip(),
        since=proposed.since,
        set_by=actor,
        set_at=at,
    )
    apply(court, on=timezone.localdate(at))
    return made


def apply_names(*, on: date, at: datetime) -> str:
    """Let each court go by the name that is in force from this day, in the nightly round."""
    courts = list(Court.objects.order_by("code"))
    for court in courts:
        apply(court, on=on)
    return f"已核对{len(courts)}个法院的名称、地址和电话"


def readable(court: Court, proposed: Proposed, actor: User, today: date) -> str:
    """Return the value as it would be kept. Raises NotSet, as `change` does."""
    if not may_change(actor, court, today):
        raise NotSet("法院设置由院长修改")
    if proposed.since < today:
        raise NotSet("起用日不能早于今天：已经作出的判断不因此改变")
    if not proposed.source.strip():
        raise NotSet("请填写依据，如审判委员会纪要的编号")
    try:
        return check(proposed.name, proposed.value)
    except ValueError as wrong:
        raise NotSet(str(wrong)) from wrong
