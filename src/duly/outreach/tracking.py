"""The post's tracking file (邮件轨迹): what was signed for, refused or returned.

CSV in UTF-8 with the columns `邮件号,状态,日期,说明`; 状态 is 签收, 退回, 拒收 or 在途. Each row
that ends a letter is an act of the person who imports the file, entered in its matter; a
returned letter leads to the next channel in the same act. A row may come again.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from duly.accounts.models import User
from duly.law.terms import Channel, ServiceMethod
from duly.outreach import post_room
from duly.outreach.models import Message, MessageState
from duly.procedure.refusal import Refused, Stale, StepNotAllowed, Unanswered
from duly.registry.models import Instrument

COLUMNS = ("邮件号", "状态", "日期", "说明")
_DAYS = {"签收": "signed_on", "退回": "returned_on", "拒收": "returned_on"}
_ON_THE_WAY = "在途"


class MalformedTracking(ValueError):
    """The file has other columns."""


@dataclass(frozen=True, slots=True)
class Entered:
    """What became of one row of the file, in a sentence: entered now, refused, or neither."""

    line: int
    number: str
    sentence: str
    done: bool = False
    refused: bool = False


def enter(lines: Iterable[str], *, actor: User, at: datetime) -> list[Entered]:
    """Enter a tracking file, row by row; one that is refused does not stop the next.

    :raises MalformedTracking: if the columns are others.
    """
    rows = csv.DictReader(lines)
    if tuple(rows.fieldnames or ()) != COLUMNS:
        raise MalformedTracking(f"文件的列应为：{'、'.join(COLUMNS)}")
    return list(_entered(rows, actor, at))


def _entered(rows: Iterable[Mapping[str, str]], actor: User, at: datetime) -> Iterator[Entered]:
    for line, row in enumerate(rows, 2):
        number = (row["邮件号"] or "").strip()
        try:
            with transaction.atomic():
                sentence = _enter(row, number, actor, at)
            yield Entered(line, number, sentence, done=True)
        except _Nothing as why:
            yield Entered(line, number, str(why))
        except (Refused, StepNotAllowed, Unanswered, Stale, ValueError) as refused:
            yield Entered(line, number, f"未登记：{refused}", refused=True)


class _Nothing(Exception):
    """There is nothing to enter, and why."""


def _enter(row: Mapping[str, str], number: str, actor: User, at: datetime) -> str:
    status = (row["状态"] or "").strip()
    if status == _ON_THE_WAY:
        raise _Nothing("在途，不登记")
    if status not in _DAYS:
        raise ValueError(f"状态应为签收、退回、拒收或者在途，不能是“{status}”")
    message = _letter(number)
    day = date.fromisoformat((row["日期"] or "").strip())
    answers = _answers(message, status, day, (row["说明"] or "").strip())
    post_room.take(message.errand.matter, "record_service", answers, at=at, by=actor)
    message.refresh_from_db()
    following = message.errand.messages.latest("made_at")
    if following.pk != message.pk:
        return f"{status}，已登记；改用{following.get_channel_display()}"
    return f"{status}，已登记"


def _letter(number: str) -> Message:
    letters = Message.objects.select_for_update(of=("self",)).filter(
        channel=Channel.POST.value, reference=number
    )
    message = letters.select_related("errand__matter").first() if number else None
    if message is None:
        raise ValueError("没有登记过这一邮件号")
    if message.state != MessageState.ACCEPTED.value:
        raise _Nothing("此前已登记")
    return message


def _answers(message: Message, status: str, day: date, detail: str) -> dict[str, str]:
    errand = message.errand
    kind = "instrument" if isinstance(errand.what, Instrument) else "paper"
    posted = timezone.localdate(message.handed_at)
    return {
        "what": f"{kind}-{errand.what.pk if errand.what else ''}",
        "party": str(errand.party_id),
        "method": ServiceMethod.POSTAL.value,
        "acted_on": posted.isoformat(),
        _DAYS[status]: day.isoformat(),
        "evidence": f"邮件号{message.reference}，{status}：{detail or '邮政轨迹文件'}"[:160],
    }
