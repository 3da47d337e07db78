"""The style guide: every part of the pages, with examples, drawn by the running program."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from duly.desk.field import FormField
from duly.documents.sample import sample
from duly.documents.templates import load
from duly.law.finding import Finding, Ground, Outcome, all_of
from duly.law.mechanism.post_judgment import MECHANISM
from duly.law.sources import cite, clause
from duly.law.step import Ask, AskKind
from duly.procedure.queries.board import Mark, TrackMark
from duly.work import clock

COLOURS = (
    ("paper", "纸"),
    ("sheet", "页"),
    ("wash", "底"),
    ("ink", "墨"),
    ("ink-soft", "淡墨"),
    ("line", "线"),
    ("action", "可办"),
    ("action-wash", "可办底"),
    ("seal", "印红：只用于逾期和印章"),
    ("seal-wash", "印红底"),
)


@require_safe
def style_guide(request: HttpRequest) -> HttpResponse:
    """Show the colours, type and parts of the desk."""
    today = clock.today()
    context = {
        "colours": COLOURS,
        "days": [today + timedelta(days=days) for days in (-2, 0, 3)],
        "finding": _finding(),
        "fields": _fields(),
        "track": _track(),
        "drawn": sample(load("performance-notice"), on=today),
        "because": ("2026年3月2日送达，当日不计入", "第十五日为3月17日（周二）"),
    }
    return render(request, "desk/style_guide.html", context)


def _finding() -> Finding:
    today = clock.today()
    return all_of(
        "提醒是否已经送达且期限届满",
        (
            Ground(clause("三(一)2"), Outcome.MET, "提醒于2026年3月2日送达"),
            Ground(
                cite("留置送达", on=today),
                Outcome.UNDECIDED,
                "没有见证人签名，也没有拍照、录像",
                "补充留置送达的见证或者影像",
            ),
        ),
    )


def _fields() -> tuple[FormField, ...]:
    amount = Ask("amount", "金额", AskKind.MONEY, hint="如：12345.67")
    day = Ask("paid_on", "到账日期", AskKind.DATE)
    sure = Ask("confirmed", "申请人确认不必再申请强制执行", AskKind.YES_NO)
    words = Ask("note", "沟通记录", AskKind.LONG_TEXT, required=False)
    return (
        FormField(amount, value="１２３", error="金额：应为半角数字，如12345.67"),
        FormField(day),
        FormField(sure, options=(("yes", "是"), ("no", "否")), value="yes"),
        FormField(words),
    )


def _track() -> tuple[TrackMark, ...]:
    places: tuple[Mark, ...] = ("done", "done", "here", "ahead", "ahead")
    return tuple(TrackMark(*pair) for pair in zip(MECHANISM.track, places, strict=True))
