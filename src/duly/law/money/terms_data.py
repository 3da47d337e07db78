"""Interest terms as data: what a form sends and the record keeps."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from duly.law.money.rates import LprTerm
from duly.law.money.refused import Refused
from duly.law.money.terms import Fixed, LprMultiple, Per, Rate, Terms
from duly.law.money.yuan import Yuan
from duly.law.terms import Term

_NUMBER = re.compile(r"(0|[1-9][0-9]{0,3})(\.[0-9]{1,10})?")
_MEMBER = TypeVar("_MEMBER", bound=Term)
_TERMS = ("rate", "start", "end", "year_days", "yearly_cap", "total_cap")
_FIXED = ("kind", "rate", "per")
_LPR = ("kind", "multiple", "term", "fixed_on")


def read_terms(data: Mapping[str, Any]) -> Terms:
    """Return the terms kept as data, in the form that `terms_data` writes.

    Raises Refused, naming the field, for anything else.
    """
    _only(data, "", _TERMS)
    cap, total = data.get("yearly_cap"), data.get("total_cap")
    start = _day(data.get("start"), "start")
    if start is None:
        raise Refused("start", "应当写明利息起算日")
    return Terms(
        rate=_rate(data.get("rate"), "rate"),
        start=start,
        end=_day(data.get("end"), "end"),
        year_days=data.get("year_days", 365),
        yearly_cap=None if cap is None else _rate(cap, "yearly_cap"),
        total_cap=None if total is None else Yuan.of(total, field="total_cap"),
    )


def terms_data(terms: Terms) -> dict[str, Any]:
    """Return the terms as JSON can keep them: dates ISO, rates and amounts as text."""
    cap, total = terms.yearly_cap, terms.total_cap
    return {
        "rate": _rate_data(terms.rate),
        "start": terms.start.isoformat(),
        "end": _iso(terms.end),
        "year_days": terms.year_days,
        "yearly_cap": None if cap is None else _rate_data(cap),
        "total_cap": None if total is None else total.plain,
    }


def _rate_data(rate: Rate) -> dict[str, Any]:
    if isinstance(rate, Fixed):
        return {"kind": "fixed", "rate": f"{rate.rate:f}", "per": rate.per.value}
    return {
        "kind": "lpr",
        "multiple": f"{rate.multiple:f}",
        "term": rate.term.value,
        "fixed_on": _iso(rate.fixed_on),
    }


def _rate(data: Any, field: str) -> Rate:
    kind = data.get("kind") if isinstance(data, Mapping) else None
    if kind == "fixed":
        _only(data, field, _FIXED)
        per = _member(Per, data.get("per"), f"{field}.per")
        return Fixed(_number(data.get("rate"), f"{field}.rate"), per)
    if kind == "lpr":
        _only(data, field, _LPR)
        multiple = _number(data.get("multiple"), f"{field}.multiple")
        term = _member(LprTerm, data.get("term"), f"{field}.term")
        return LprMultiple(multiple, term, _day(data.get("fixed_on"), f"{field}.fixed_on"))
    raise Refused(f"{field}.kind", "利率应当写明是固定利率（fixed）还是LPR的倍数（lpr）")


def _only(data: Mapping[str, Any], field: str, known: tuple[str, ...]) -> None:
    for key in data:
        if key not in known:
            raise Refused(f"{field}.{key}".lstrip("."), f"不认识的项目“{key}”")


def _member(vocabulary: type[_MEMBER], value: object, field: str) -> _MEMBER:
    for member in vocabulary:
        if member.value == value:
            return member
    choices = "、".join(f"{member.value}（{member.chinese}）" for member in vocabulary)
    raise Refused(field, f"应当是{choices}之一，不是“{value}”")


def _number(value: object, field: str) -> Decimal:
    if not isinstance(value, str) or not _NUMBER.fullmatch(value) or not Decimal(value):
        raise Refused(field, f"“{value}”应当写成大于零的半角小数，例如0.0005")
    return Decimal(value)


def _day(value: object, field: str) -> date | None:
    if value is None:
        return None
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        day = None
    if day is None or day.isoformat() != value:
        raise Refused(field, f"“{value}”应当是形如2025-05-20的真实日期")
    return day


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
