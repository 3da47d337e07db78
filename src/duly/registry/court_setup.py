"""Installing a court: the court itself, its type codes and its settings. Done once for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from duly.journal import actions as journal
from duly.law.terms import ProceedingKind
from duly.registry.models import Court, CourtSetting, TypeCode


@dataclass(frozen=True, slots=True)
class NewCourt:
    """A court as it is installed: code such as 粤0117, and what its papers print."""

    code: str
    name: str
    address: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class NewSetting:
    """A value that the court sets for itself, with where it comes from."""

    name: str
    value: str
    source: str


class AlreadyInstalled(ValueError):
    """The court is in this database: its code or its name is taken."""


@transaction.atomic
def establish_court(
    *,
    court: NewCourt,
    type_codes: Mapping[ProceedingKind, str],
    settings: Sequence[NewSetting],
    since: date,
    at: datetime,
) -> Court:
    """Install a court with its type codes and its settings in force from a day.

    A kind of proceeding without a type code cannot be registered; nothing is guessed. The
    installation is the first entry of the journal, in nobody's name.

    :raises AlreadyInstalled: if the database has the court.
    """
    installed = Court.objects.filter(Q(code=court.code) | Q(name=court.name)).first()
    if installed is not None:
        raise AlreadyInstalled(f"本库已有{installed.name}")
    established = Court.objects.create(
        code=court.code, name=court.name, address=court.address, phone=court.phone
    )
    for kind, code in type_codes.items():
        TypeCode.objects.create(court=established, kind=kind.value, code=code)
    for one in settings:
        CourtSetting.objects.create(
            court=established, name=one.name, value=one.value, source=one.source, since=since
        )
    _note(established, type_codes, settings, at)
    return established


def _note(
    court: Court,
    type_codes: Mapping[ProceedingKind, str],
    settings: Sequence[NewSetting],
    at: datetime,
) -> None:
    journal.record(
        at=at,
        actor_id=None,
        actor_name="安装程序",
        post="",
        act="establish_court",
        subject={"court": court.code, "name": court.name},
        detail={
            "type_codes": {kind.value: code for kind, code in type_codes.items()},
            "settings": {one.name: one.value for one in settings},
        },
    )
