"""A prototype at another time, with signs where each copy has something of its own."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import DateField, JSONField, Model

from duly.crypto import provider
from duly.crypto.fields import EncryptedTextField
from duly.law.calendar import Calendar
from duly.law.terms import PartyRole
from duly.procedure.models import Deadline
from duly.registry.models import Instrument, Matter, Party, Proceeding
from duly.simulation.scale.prototype import Prototype, links
from duly.simulation.scale.signs import NUMBERS, OWN, SIDES, Places, Sign

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_CHINESE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
SHORT_LIMIT = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class Variant:
    """Rows by table, ready to be multiplied: names of columns to values, ids as places.

    `series` are the year and type code of each numbered proceeding, `year` that of the
    instrument's number.
    """

    story: str
    rows: dict[type[Model], list[dict[str, Any]]]
    units: frozenset[PartyRole]
    year: int
    series: tuple[tuple[int, str], ...]


def fits(prototype: Prototype, shift: timedelta, calendar: Calendar, earliest: date) -> bool:
    """Whether every time limit, reckoned anew from the moved day, would end on the moved day.

    That is so where the same days are rest days; of a long limit only the last is looked at.
    """
    (matter,) = prototype.of(Matter)
    if isinstance(matter, Matter) and (matter.opened_at + shift).date() < earliest:
        return False
    return all(
        calendar.is_rest_day(day) == calendar.is_rest_day(day + shift)
        for limit in prototype.of(Deadline)
        if isinstance(limit, Deadline)
        for day in _looked_at(limit)
    )


def _looked_at(limit: Deadline) -> Iterator[date]:
    length = limit.last_date - limit.start_date
    first = limit.start_date if length <= SHORT_LIMIT else limit.last_date
    for days in range((limit.last_date - first).days + 1):
        yield first + timedelta(days=days)


def vary(prototype: Prototype, shift: timedelta) -> Variant:
    """Return a prototype moved by whole weeks, with signs for what each copy has of its own."""
    places = {
        model: {row.pk: place for place, row in enumerate(rows, start=1)}
        for model, rows in prototype.rows.items()
    }
    words = _words(prototype, shift)
    rows = {
        model: [_row(row, places, shift, words) for row in found]
        for model, found in prototype.rows.items()
    }
    for model, change in OWN.items():
        for row, values in zip(prototype.of(model), rows.get(model, []), strict=True):
            values.update(change(row, values, places))
    (instrument,) = prototype.of(Instrument)
    return Variant(
        story=prototype.story,
        rows=rows,
        units=frozenset(role for role in SIDES if _one(prototype, role).is_unit),
        year=_year(instrument, shift),
        series=tuple((row["filed_date"].year, row["code"]) for row in rows.get(Proceeding, [])),
    )


def _year(instrument: Model, shift: timedelta) -> int:
    made: date = getattr(instrument, "made_date")  # noqa: B009
    return (made + shift).year


Words = Callable[[str], str]


def _words(prototype: Prototype, shift: timedelta) -> Words:
    """Return what puts signs for names and numbers into a text, and moves the days in it."""
    said = {_one(prototype, role).name: sign for role, sign in SIDES.items()}
    proceedings = prototype.of(Proceeding)
    said |= {str(one): sign for one, sign in zip(proceedings, NUMBERS, strict=False)}
    (instrument,) = prototype.of(Instrument)
    said[str(getattr(instrument, "number", ""))] = Sign.NUMBER

    def moved(text: str) -> str:
        for word, sign in said.items():
            text = text.replace(word, sign)
        return move(text, shift)

    return moved


def move(text: str, shift: timedelta) -> str:
    """Return a text with every day in it moved."""
    if not shift:
        return text
    text = _ISO.sub(lambda found: f"{_day(found) + shift:%Y-%m-%d}", text)

    def chinese(found: re.Match[str]) -> str:
        day = _day(found) + shift
        return f"{day.year}年{day.month}月{day.day}日"

    return _CHINESE.sub(chinese, text)


def _day(found: re.Match[str]) -> date:
    year, month, day = map(int, found.groups())
    return date(year, month, day)


def _row(row: Model, places: Places, shift: timedelta, words: Words) -> dict[str, Any]:
    known = {field.attname: field.related_model for field in links(type(row))}
    values: dict[str, Any] = {}
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if field.primary_key:
            values[field.attname] = places[type(row)][value]
        elif known.get(field.attname) in places:
            values[field.attname] = value and places[known[field.attname]][value]  # type: ignore[index]
        elif isinstance(field, JSONField) and value is not None:
            values[field.attname] = words(json.dumps(value, ensure_ascii=False))
        elif isinstance(field, DateField) and value is not None:
            values[field.attname] = value + shift
        elif isinstance(field, EncryptedTextField):
            values[field.attname] = value and provider.encrypt(value)
        elif not isinstance(value, str):
            values[field.attname] = value
        else:
            values[field.attname] = words(value)
    return values


def _one(prototype: Prototype, role: PartyRole) -> Party:
    (found,) = (
        row for row in prototype.of(Party) if isinstance(row, Party) and row.role == role.value
    )
    return found
