"""The five-minute tours and the map of keys, kept as data beside this module."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from django.utils.translation import gettext as _

from duly.desk.explained import Words
from duly.law.terms import Role


@dataclass(frozen=True, slots=True)
class Stop:
    """One page of a tour, and what to see there."""

    page: str
    words: Words


@dataclass(frozen=True, slots=True)
class Tour:
    """The tour of those who hold one of some posts."""

    roles: tuple[Role, ...]
    stops: tuple[Stop, ...]


@cache
def tours() -> tuple[Tour, ...]:
    """Return every tour, in the order of the file."""
    file = resources.files(__package__) / "tours.toml"
    read = tomllib.loads(file.read_text(encoding="utf-8"))
    return tuple(
        Tour(
            tuple(Role(role) for role in row["roles"]),
            tuple(Stop(s["page"], Words(s["text"], s["english"])) for s in row["stop"]),
        )
        for row in read["tour"]
    )


def own_first(held: Iterable[Role]) -> list[Tour]:
    """Return the tours, those of one's own posts first."""
    roles = set(held)
    return sorted(tours(), key=lambda tour: not roles & set(tour.roles))


def key_map() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return what each key does, by the page on which it does it."""
    return [
        (_("任何页面"), [("?", _("键盘操作"))]),
        (_("案件"), [("/", _("移到查找框"))]),
        (
            _("审批"),
            [("J", _("下一件，列表中为第一件")), ("K", _("上一件"))],
        ),
        (
            _("督促台"),
            [
                ("J", _("下一个电话")),
                ("C", _("勾选“已告知不履行的后果”")),
                ("B", _("勾选“已告知主动履行的好处”")),
                ("N", _("写沟通记录")),
                ("1–6", _("按结果登记，随即转到下一个电话")),
                ("R", _("如实记录明确拒绝")),
            ],
        ),
        (_("批次"), [("N", _("新建批次"))]),
    ]
