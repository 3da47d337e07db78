"""The columns of an import: every question of the registration form, under a heading of its own."""

from collections.abc import Iterator
from dataclasses import dataclass

from duly.law.step import Ask, AskKind
from duly.procedure.registration import ACCOUNT, ASKS, BETWEEN, Group

PARTS = ("instrument", "creditors", "debtors", "duties")
_PREFIX = {"creditors": "债权人", "debtors": "履行义务人"}
ERRORS = "错误"
ENGLISH = {
    "number": "Case number",
    "instrument_kind": "Kind of instrument",
    "court_name": "Court that made it",
    "made_on": "Date made",
    "cause": "Cause of action",
    "focus": "Class of case",
    "performance_days": "Days to perform once effective",
    "performance_date": "Last day to perform",
    "creditor_kind": "Creditor: kind",
    "creditor_name": "Creditor: name",
    "creditor_identifier": "Creditor: ID number",
    "creditor_phone": "Creditor: phone",
    "account_holder": "Payee account: holder",
    "account_number": "Payee account: number",
    "account_bank": "Payee account: bank",
    "account_route": "Payee account: how confirmed",
    "account_evidence": "Payee account: evidence",
    "debtor_kind": "Debtor: kind",
    "debtor_name": "Debtor: name",
    "debtor_identifier": "Debtor: ID number",
    "debtor_representative": "Debtor: legal representative",
    "debtor_phone": "Debtor: phone",
    "debtor_address": "Debtor: address for service",
    "address_confirmed": "Debtor: address confirmed",
    "electronic_consent": "Debtor: electronic service agreed",
    "duty_kind": "Kind of obligation",
    "duty": "Obligation",
    "amount": "Amount (yuan)",
    "interest_kind": "Interest",
    "interest_rate": "Rate or multiple",
    "interest_from": "Interest from",
    "instalments": "Instalments",
    "acceleration": "Acceleration clause",
    "court_fee": "Court fee borne (yuan)",
    "other_costs": "Other costs borne (yuan)",
    "owed_by": "Owed by",
    "owed_to": "Owed to",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the part of the form that it fills, the question, and its heading."""

    part: str
    ask: Ask
    chinese: str

    @property
    def name(self) -> str:
        """The name of the field, as `ASKS` has it."""
        return self.ask.name

    @property
    def heading(self) -> str:
        """The heading in the template, in both languages."""
        return f"{self.chinese} {ENGLISH[self.name]}"

    @property
    def key(self) -> str:
        """The name of the member in JSON, inside its part."""
        return self.name.removeprefix("creditor_").removeprefix("debtor_")

    @property
    def words(self) -> tuple[str, ...]:
        """The words that a cell may have, where it has to be one of some."""
        if self.ask.kind is AskKind.YES_NO:
            return ("是", "否")
        return tuple(term.chinese for term in self.ask.choices or ())


def _columns() -> Iterator[Column]:
    for part, group in zip(PARTS, ASKS, strict=True):
        yield from _of(part, group, _PREFIX.get(part, ""))
        if part == "creditors":
            yield from _of(part, ACCOUNT, ACCOUNT.chinese)
    yield from _of("duties", BETWEEN, "")


def _of(part: str, group: Group, prefix: str) -> Iterator[Column]:
    for ask in group.asks:
        yield Column(part, ask, f"{prefix}{ask.chinese}")


COLUMNS = tuple(_columns())
BY_NAME = {column.name: column for column in COLUMNS}
BY_HEADING = {
    heading: column
    for column in COLUMNS
    for heading in (column.heading, column.chinese, ENGLISH[column.name], column.name)
}
