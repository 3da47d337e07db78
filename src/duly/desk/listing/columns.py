"""The columns of the list of matters: what each shows, and those that a person chose."""

from dataclasses import dataclass

from duly.accounts.models import User
from duly.desk.models import ChosenColumns
from duly.law.terms import Term


class Column(Term):
    """What the list can show of a matter beside its parties and its cause, in this order."""

    NUMBER = "number", "案号"
    INSTRUMENT = "instrument", "审理案号"
    STANDING = "standing", "阶段和状态"
    OWED = "owed", "今日尚欠"
    PER_DAY = "per_day", "每多一天"
    PAID = "paid", "已付"
    DEADLINE = "deadline", "最近期限"
    OWNER = "owner", "责任岗位"
    MEDIATOR = "mediator", "调解员"
    HANDLERS = "handlers", "经办人"
    FOCUS = "focus", "案件类别"
    BAND = "band", "标的额"
    OPENED = "opened", "登记日期"


USUAL = (Column.NUMBER, Column.STANDING, Column.OWED, Column.DEADLINE)
SUMS = frozenset({Column.OWED, Column.PER_DAY, Column.PAID})
NUMBERS = frozenset({Column.NUMBER, Column.INSTRUMENT})


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one column of a row: lines, each with what is said beside it more softly."""

    column: Column
    lines: tuple[tuple[str, str], ...]
    late: bool = False

    @property
    def is_sum(self) -> bool:
        """Whether the cell holds an amount of money."""
        return self.column in SUMS

    @property
    def is_number(self) -> bool:
        """Whether the cell holds a case number, which is never broken."""
        return self.column in NUMBERS

    @property
    def text(self) -> str:
        """The cell as one text, for a sheet."""
        return "；".join(f"{said} {beside}".strip() for said, beside in self.lines)


def chosen(user: User) -> tuple[Column, ...]:
    """Return the columns that a person sees."""
    kept = ChosenColumns.objects.filter(user=user).first()
    if kept is None:
        return USUAL
    return tuple(column for column in Column if column.value in kept.names)


def choose(user: User, names: list[str]) -> None:
    """Keep the columns that a person wants to see; what is no column is left out."""
    known = [column.value for column in Column if column.value in names]
    ChosenColumns.objects.update_or_create(user=user, defaults={"names": known})
