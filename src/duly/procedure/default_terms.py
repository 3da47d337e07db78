"""The terms that a form suggests: the court's own where it has set one, else the usual one."""

from dataclasses import dataclass
from datetime import date

from duly.law.calendar import Period
from duly.registry.court_settings import SettingName, setting
from duly.registry.models import Court


@dataclass(frozen=True, slots=True)
class DefaultTerm:
    """A term by the question of a step that it answers, and how long it is where none is set."""

    ask: str
    usual: int

    def of(self, value: str) -> Period:
        """Return the term that a setting means; empty for the usual one."""
        return Period(days=int(value) if value else self.usual)


TERMS = {
    SettingName.WARNING_TERM: DefaultTerm("last_day", 15),
    SettingName.PERFORM_TERM: DefaultTerm("perform_by", 15),
    SettingName.REPORT_TERM: DefaultTerm("report_by", 15),
    SettingName.PAY_TERM: DefaultTerm("pay_by", 15),
}
_BY_ASK = {term.ask: name for name, term in TERMS.items()}


def suggested(ask: str, court: Court, on: date) -> Period | None:
    """Return the term that counts on a day for a question; None where it asks for no term."""
    name = _BY_ASK.get(ask)
    return TERMS[name].of(setting(court, name, on=on)) if name else None
