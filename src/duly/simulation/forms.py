"""The registration form of each synthetic matter, as a clerk would fill it in."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from duly.law.money import Yuan, acceptance_fee
from duly.law.terms import InstrumentKind, PartyKind
from duly.simulation import identities

# What is said of a matter beside its form.
ABOUT = frozenset(
    {"story", "workdays_ago", "service", "creditor_born", "debtor_born", "due_on_day"}
    | {"debtor_age", "made_days_ago", "instalments_after"}
)
# What most forms say; a matter names what is different.
USUAL = {
    "focus": "other",
    "instrument_kind": "judgment",
    "performance_days": 10,
    "creditor_kind": "person",
    "debtor_kind": "person",
    "duty_kind": "money",
    "interest_kind": "none",
}
FIRST_SERIAL, STEP = 1201, 37


def fill(
    told: Mapping[str, Any], *, court: str, place: int, made_on: date, on: date
) -> dict[str, str]:
    """Return the answers of the registration form.

    Numbers follow from the place in the list; the court fee is the fee of the amount,
    half of it where the parties were mediated.
    """
    told = {**USUAL, **told}
    form = {name: str(value) for name, value in told.items() if name not in ABOUT}
    if "made_days_ago" in told:
        made_on = on - timedelta(days=told["made_days_ago"])
    form["number"] = f"（{made_on.year}）{court}民初{FIRST_SERIAL + STEP * place}号"
    form["made_on"] = made_on.isoformat()
    if told.get("due_on_day"):
        form["performance_date"] = on.isoformat()
        del form["performance_days"]
    if "instalments_after" in told:
        form["instalments"] = "\n".join(_instalments(told, made_on))
    for offset, side in enumerate(("creditor", "debtor")):
        form.update(_party(told, side, 2 * place + offset, on))
    form["address_confirmed"] = "yes"
    form.update(_fee(form))
    return form


def _instalments(told: Mapping[str, Any], made_on: date) -> Iterator[str]:
    for days, amount in told["instalments_after"]:
        yield f"{made_on + timedelta(days=days)} {amount}"


def _party(told: Mapping[str, Any], side: str, serial: int, on: date) -> Iterator[tuple[str, str]]:
    yield f"{side}_phone", identities.mobile(1001 + serial)
    born = told.get(f"{side}_born")
    if f"{side}_age" in told:
        born = date(on.year - told[f"{side}_age"], 1, 5)
    if told[f"{side}_kind"] == PartyKind.UNIT:
        yield f"{side}_identifier", identities.credit_code(100001 + serial)
    elif born is not None:
        yield f"{side}_identifier", identities.resident_id(born, 101 + serial)


def _fee(form: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if "amount" not in form:
        return
    mediated = form["instrument_kind"] == InstrumentKind.MEDIATION_STATEMENT
    fee = acceptance_fee(Yuan.of(form["amount"]), halved=mediated).fee
    if fee is not None:
        yield "court_fee", f"{fee.amount:.2f}"
