"""What each copy has of its own, and the signs that stand for it until the rows are multiplied."""

import json
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from django.db.models import Model

from duly.crypto import provider
from duly.documents.models import Paper
from duly.law.terms import AccountOwner, PartyRole
from duly.ledger.models import Obligation, Payment, ReferenceClaim
from duly.procedure.models import Misconduct, StepTaken
from duly.registry.models import (
    ContactPoint,
    ContactPointKind,
    Instrument,
    Party,
    PayeeAccount,
    Proceeding,
    Service,
)

# Room for the rows that a matter has in one table: a copy's number times this, plus its place.
ROOM = 1000
WITHOUT_TEXT = "（批量生成的合成事项不保存文书全文）"
_ID = re.compile('"(\ue000[0-9]{3})"')


class Sign(StrEnum):
    """One character that stands for what differs from copy to copy; no text holds it."""

    COPY = "\ue000"
    ENTRY = "\ue001"
    CREDITOR = "\ue002"
    DEBTOR = "\ue003"
    NUMBER = "\ue004"
    FIRST = "\ue005"
    SECOND = "\ue006"
    THIRD = "\ue007"
    FIRST_SERIAL = "\ue008"
    SECOND_SERIAL = "\ue009"
    THIRD_SERIAL = "\ue00a"
    CREDITOR_ID = "\ue00b"
    CREDITOR_INDEX = "\ue00c"
    CREDITOR_BORN = "\ue00d"
    DEBTOR_ID = "\ue00e"
    DEBTOR_INDEX = "\ue00f"
    DEBTOR_BORN = "\ue010"
    CREDITOR_PHONE = "\ue011"
    CREDITOR_PHONE_INDEX = "\ue012"
    DEBTOR_PHONE = "\ue013"
    DEBTOR_PHONE_INDEX = "\ue014"
    ACCOUNT = "\ue015"
    ACCOUNT_INDEX = "\ue016"


NUMBERS = (Sign.FIRST, Sign.SECOND, Sign.THIRD)
SERIALS = (Sign.FIRST_SERIAL, Sign.SECOND_SERIAL, Sign.THIRD_SERIAL)
SIDES = {PartyRole.CREDITOR: Sign.CREDITOR, PartyRole.DEBTOR: Sign.DEBTOR}
# The rows that an answer names, by the name of the question.
NAMED: Mapping[str, type[Model]] = {
    **dict.fromkeys(("party", "creditor", "applicant", "objector", "payer"), Party),
    "act": Misconduct,
    "obligation": Obligation,
    "payment": Payment,
}
Values = dict[str, Any]
Places = Mapping[type[Model], Mapping[int, int]]
Change = Callable[[Any, Values, Places], Values]


def _party(row: Party, values: Values, places: Places) -> Values:
    side = SIDES[PartyRole(row.role)].name
    changed: Values = {}
    if row.identifier:
        changed["identifier"] = Sign[f"{side}_ID"]
        changed["identifier_index"] = Sign[f"{side}_INDEX"]
    if row.birth_date:
        changed["birth_date"] = Sign[f"{side}_BORN"]
    return changed


def _contact_point(row: ContactPoint, values: Values, places: Places) -> Values:
    if row.kind != ContactPointKind.PHONE:
        return {}
    side = SIDES[PartyRole(row.party.role)].name
    return {"value": Sign[f"{side}_PHONE"], "value_index": Sign[f"{side}_PHONE_INDEX"]}


def _account(row: PayeeAccount, values: Values, places: Places) -> Values:
    if row.owner != AccountOwner.CREDITOR:
        return {}
    return {"number": Sign.ACCOUNT, "number_index": Sign.ACCOUNT_INDEX}


def _proceeding(row: Proceeding, values: Values, places: Places) -> Values:
    return {"year": values["filed_date"].year, "serial": SERIALS[values["id"] - 1]}


def _paper(row: Paper, values: Values, places: Places) -> Values:
    digest = provider.digest(WITHOUT_TEXT.encode())
    return {"text": _sealed(WITHOUT_TEXT), "blanks": _sealed("{}"), "sha256": digest}


@cache
def _sealed(text: str) -> str:
    return provider.encrypt(text)


def _service(row: Service, values: Values, places: Places) -> Values:
    return {"paper_id": row.paper_id and places[Paper][row.paper_id]}


def _reference(row: Payment | ReferenceClaim, values: Values, places: Places) -> Values:
    return {"reference": f"{row.reference}-{Sign.COPY}"} if row.reference else {}


def _step(row: StepTaken, values: Values, places: Places) -> Values:
    """Let the answers name the copy's own rows; what was found at each step is not copied."""
    papers = [_copied(places[Paper][one]) for one in row.paper_ids]
    return {
        "answers": _ID.sub(
            r"\1", json.dumps(_renamed(json.loads(values["answers"]), places), ensure_ascii=False)
        ),
        "paper_ids": _ID.sub(r"\1", json.dumps(papers, ensure_ascii=False)),
        "findings": "[]",
        "entry_seq": Sign.ENTRY,
    }


def _renamed(answers: Values, places: Places) -> Values:
    for name, said in answers.items():
        if isinstance(said, dict) and "id" in said:
            model = NAMED.get(name) or (_served(said, places) if name == "what" else None)
            if model is not None:
                said["id"] = _copied(places[model][said["id"]])
    return answers


def _served(said: Values, places: Places) -> type[Model]:
    """What was served is the instrument, told by its number, or a paper."""
    return Instrument if said["label"].startswith(Sign.NUMBER) else Paper


def _copied(place: int) -> str:
    return f"{Sign.COPY}{place:03d}"


OWN: Mapping[type[Model], Change] = {
    Party: _party,
    ContactPoint: _contact_point,
    PayeeAccount: _account,
    Proceeding: _proceeding,
    Paper: _paper,
    Service: _service,
    Payment: _reference,
    ReferenceClaim: _reference,
    StepTaken: _step,
}
