"""Every address of the portal × method × person has a declared answer, asked for in earnest."""

import tomllib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from duly.accounts.models import Post, User
from duly.law.terms import Role
from duly.portal import sheet, submitting
from duly.portal.links import Issued
from duly.portal.models import Guess, Submission, SubmissionKind
from duly.portal.office.urls import urlpatterns as office
from duly.portal.uploads import Upload
from duly.portal.urls import urlpatterns as public
from tests.desk.conftest import client_of
from tests.desk.test_access import METHODS
from tests.portal.conftest import DEBTOR_PLACES, enter
from tests.procedure.conftest import Walk

TABLE = tomllib.loads((Path(__file__).parent / "access.toml").read_text(encoding="utf-8"))
KINDS = TABLE.pop("kinds")
ROWS = {f"{space}:{name}": row for space, rows in TABLE.items() for name, row in rows.items()}
PEOPLE = ("anonymous", "disabled", "other_mediator", "debtor", *(role.value for role in Role))


@dataclass
class House:
    """A matter, its debtor come in, and everybody who might knock."""

    walk: Walk
    link: Issued
    sent: Submission
    people: Mapping[str, User]

    def client(self, person: str) -> Client:
        if person == "debtor":
            return enter(self.link, DEBTOR_PLACES)
        return Client() if person == "anonymous" else client_of(self.people[person])

    def address(self, name: str) -> str:
        matter = {"matter_id": self.walk.matter.pk}
        party = {**matter, "party_id": self.walk.party("debtor")}
        paper = self.walk.matter.papers.get(template="performance-notice")
        needs: dict[str, dict[str, object]] = {
            "portal:door": {"token": self.link.token},
            "portal:fetch": {"token": self.link.token},
            "portal:paper": {"paper_id": paper.pk},
            "portal:sign": {"paper_id": paper.pk},
            "portal:send": {"kind": "payment"},
            "parties:matter": matter,
            "parties:issue": party,
            "parties:guide": party,
            "parties:enclosure": {**party, "paper_id": paper.pk},
            "parties:revoke": {**matter, "link_id": self.link.link.pk},
            "parties:submission": {"submission_id": self.sent.pk},
            "parties:file": {"submission_id": self.sent.pk},
        }
        return reverse(name, kwargs=needs.get(name, {}))

    def ask(self, person: str, method: str, name: str) -> int:
        typed = {"places": "000000", "number": "（2026）粤0117履证1号", "code": "0" * 13}
        client, address = self.client(person), self.address(name)
        # Each asks as if nobody had guessed before him.
        Guess.objects.all().delete()
        if method in ("GET", "POST"):
            return getattr(client, method.lower())(
                address, *[typed][: method == "POST"]
            ).status_code
        return client.generic(method, address).status_code


@pytest.fixture
def house(in_court: Walk, link: Issued, monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.setattr(sheet, "pdf", lambda drawn, code: drawn.text.encode())
    submitting.submit(
        link=link.link,
        key=uuid.uuid4(),
        kind=SubmissionKind.PAYMENT,
        content={"on": "2026-03-20", "amount": "100.00"},
        upload=Upload("付款凭证.pdf", b"%PDF-1.7"),
        at=in_court.at,
    )
    sent = Submission.objects.get()
    people = {role.value: user for role, user in in_court.staff.items()}
    for name in ("disabled", "other_mediator"):
        people[name] = User.objects.create(username=name, full_name="外人")
    Post.objects.create(
        user=people["other_mediator"], role=Role.MEDIATOR.value, since=date(2020, 1, 1)
    )
    User.objects.filter(username="disabled").update(is_active=False)
    return House(in_court, link, sent, people)


def expected(row: Mapping[str, int], person: str) -> int:
    kinds = (kind for kind, members in KINDS.items() if person in members and kind in row)
    return row.get(person, row.get(next(kinds, "else"), row.get("else", 0)))


def test_every_address_has_its_row_and_every_row_its_address() -> None:
    named = {f"portal:{one.name}" for one in public} | {f"parties:{one.name}" for one in office}
    assert named == set(ROWS)


def test_everybody_gets_the_declared_answer(house: House) -> None:
    answers, declared = {}, {}
    for person in PEOPLE:
        for name, row in ROWS.items():
            for method, cells in row.items():
                cell = f"{method} {name} {person}"
                declared[cell] = expected(cells, person)
                answers[cell] = house.ask(person, method, name)
    assert answers == declared


def test_no_address_takes_a_method_that_is_not_declared(house: House) -> None:
    taken = {
        f"{method} {name}": house.ask(person, method, name)
        for person in ("debtor", "trial_clerk")
        for name, row in ROWS.items()
        for method in set(METHODS) - set(row)
        if not (person == "debtor" and name.startswith("parties"))
    }
    assert {cell: status for cell, status in taken.items() if status != 405} == {}
