"""What a file holds and what becomes of it, in figures and in words."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from duly.intake.faults import Fault
from duly.intake.verdicts import Verdict
from duly.law.money import Yuan
from duly.procedure.registration import Draft

FIRST = 5


@dataclass(slots=True)
class Report:
    """The figures of a file in matters, its faults by row and column, its first new matters.

    `stored` is how many were registered: none in a preview, or where something was wrong.
    """

    matters: int = 0
    new: int = 0
    registered: int = 0
    bad: int = 0
    stored: int = 0
    faults: list[Fault] = field(default_factory=list)
    first: list[tuple[tuple[str, str], ...]] = field(default_factory=list)

    def count(self, verdict: Verdict) -> None:
        """Add a matter of the file."""
        self.matters += 1
        self.new += verdict.is_new
        self.registered += verdict.registered
        self.bad += bool(verdict.faults)
        self.faults.extend(verdict.faults)
        if verdict.is_new and verdict.draft is not None and len(self.first) < FIRST:
            self.first.append(tuple(_as_registered(verdict.draft)))

    @property
    def line(self) -> str:
        """The figures in one line."""
        return (
            f"共{self.matters}件：可以登记{self.new}件，已经登记{self.registered}件，"
            f"有错误{self.bad}件（{len(self.faults)}处）"
        )


def _as_registered(draft: Draft) -> Iterator[tuple[str, str]]:
    yield "案号", draft.instrument.number
    yield "案由", draft.matter.cause
    for party in draft.new.parties:
        yield party.get_role_display(), party.name
    for account in draft.new.accounts:
        yield "收款账户", f"{account.holder} {account.bank}"
    for ordered in draft.obligations:
        one = ordered.obligation
        owed = "" if one.amount_fen is None else f" {Yuan(one.amount_fen)}"
        names = "、".join(row.debtor.name for row in ordered.liabilities)
        yield one.get_kind_display(), f"{one.description}{owed}（{names}）"
