"""How the portal's templates say days, money and words of the law from a published view."""

from datetime import date

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext

from duly.law.identity import verification_code
from duly.law.mechanism.release import State
from duly.law.money import Yuan
from duly.law.terms import AccountOwner, Channel, ContactResult, MeasureKind, Stage, Term
from duly.portal.models import SubmissionKind, SubmissionState
from duly.portal.view.verified import Standing

register = template.Library()
WORDS: tuple[type[Term], ...] = (
    AccountOwner,
    Channel,
    ContactResult,
    MeasureKind,
    Stage,
    Standing,
    State,
    SubmissionKind,
    SubmissionState,
)
_BY_NAME = {kind.__name__: kind for kind in WORDS}


@register.filter
def day(iso: str) -> str:
    """Return a day in the reader's language: 2026年10月8日（星期四）."""
    return date_format(date.fromisoformat(iso), gettext("Y年n月j日（l）"))


@register.filter
def short_day(iso: str) -> str:
    """Return a day without its weekday: 2026年10月8日."""
    return date_format(date.fromisoformat(iso), gettext("Y年n月j日"))


@register.simple_tag
def distance(iso: str, today: str) -> str:
    """Return how far a day lies from another: 今天, 还有3天, 已过2天."""
    days = (date.fromisoformat(iso) - date.fromisoformat(today)).days
    if days == 0:
        return gettext("今天")
    if days > 0:
        return gettext("还有%(days)d天") % {"days": days}
    return gettext("已过%(days)d天") % {"days": -days}


@register.filter
def yuan(fen: int) -> str:
    """Return an amount as 12,345.67元."""
    return str(Yuan(fen))


@register.filter
def plain(fen: int) -> str:
    """Return an amount as a banking form wants it: 12345.67."""
    return f"{Yuan(fen).amount:.2f}"


@register.filter
def said(value: str, vocabulary: str) -> str:
    """Return the word of a term, of the vocabulary named, in the reader's language."""
    return gettext(_BY_NAME[vocabulary](value).chinese)


@register.filter
def release_said(kind: str) -> str:
    """Return what lifting a measure is called: 删除失信信息."""
    return gettext(MeasureKind(kind).release)


@register.filter
def grouped(code: str) -> str:
    """Return a verification code in groups."""
    return verification_code.grouped(code)


@register.filter
def in_fours(number: str) -> str:
    """Return an account number in groups of four, as it is read aloud."""
    return " ".join(number[place : place + 4] for place in range(0, len(number), 4))
