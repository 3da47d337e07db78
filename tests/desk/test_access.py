"""Every address × method × person has a declared answer, asked for by real requests."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse

from duly.accounts.models import Post, User
from duly.batch import actions
from duly.batch.choosing import Choice
from duly.batch.models import Batch
from duly.desk.urls import urlpatterns
from duly.documents.models import Paper, TemplateVersion
from duly.documents.templates import load
from duly.law.terms import Purpose, Role
from duly.outreach import errands
from duly.outreach.models import Message
from tests.desk.conftest import client_of
from tests.procedure import walks
from tests.procedure.conftest import Walk

TABLE = tomllib.loads((Path(__file__).parent / "access.toml").read_text(encoding="utf-8"))
KINDS = TABLE.pop("kinds")
PEOPLE = ("anonymous", "disabled", "no_post", "other_mediator", *(role.value for role in Role))
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


@dataclass
class House:
    """A matter in urging, and everybody who might knock."""

    walk: Walk
    people: Mapping[str, User]
    message: Message
    batch: Batch
    proposal: TemplateVersion
    inside: dict[str, Client] = field(default_factory=dict)

    def client(self, person: str) -> Client:
        """The browser of a person, who logs in again wherever he was logged out."""
        if person == "anonymous":
            return Client()
        known = self.inside.get(person)
        if known is None or not known.cookies[settings.SESSION_COOKIE_NAME].value:
            known = self.inside[person] = client_of(self.people[person])
        return known

    @cached_property
    def addresses(self) -> dict[str, str]:
        return {name: self.address(name) for name in TABLE}

    def address(self, name: str) -> str:
        matter = self.walk.matter
        paper = Paper.objects.filter(matter=matter, template="performance-notice")[0]
        course = self.walk.course("pre_enforcement")
        step = {"matter_id": matter.pk, "course_id": course.pk, "name": "issue_notice"}
        draft = {
            "matter_id": matter.pk,
            "course_id": self.walk.course("post_judgment").pk,
            "name": "reissue_notice",
            "template": "performance-notice",
            "party_id": self.walk.party("debtor"),
        }
        wording = {"court_id": matter.court_id, "template": "performance-notice"}
        needs = {
            "matter": {"matter_id": matter.pk},
            "setting": {"court_id": matter.court_id, "name": "small_claim_yuan"},
            "template": wording,
            "template_edit": wording,
            "template_word": wording,
            "template_papers": {**wording, "version": "own"},
            "template_proposal": {"proposal_id": self.proposal.pk},
            "template_sample": {
                **wording,
                "version": self.proposal.version,
                "case": "nothing",
            },
            "draft": draft,
            "draft_word": draft,
            "unmask": {"matter_id": matter.pk},
            "grant_post": {"user_id": self.people["trial_clerk"].pk},
            "end_post": {"post_id": self.people["trial_clerk"].posts.get().pk},
            "shut_out": {"user_id": 0},
            "drop_filter": {"filter_id": 1},
            "step": step,
            "preview": step,
            "batch": {"batch_id": self.batch.pk},
            "batch_order": {"batch_id": self.batch.pk},
            "batch_file": {"batch_id": self.batch.pk, "name": "papers.zip"},
            "imports_bad": {"name": "bad-1.csv"},
            "imports_template": {"kind": "csv"},
            "call": {"course_id": course.pk},
            "call_number": {"course_id": course.pk},
            "paper": {"paper_id": paper.pk},
            "download": {"paper_id": paper.pk, "form": "pdf"},
            "mechanism": {"name": "pre_enforcement"},
            "sample_paper": {"template": "urging-notice"},
            "begin_errand": {"matter_id": matter.pk},
            "settle_message": {"message_id": self.message.pk},
        }
        return reverse(f"desk:{name}", kwargs=needs.get(name, {}))

    def ask(self, person: str, method: str, name: str) -> int:
        client, address = self.client(person), self.addresses[name]
        if method == "GET":
            return client.get(address).status_code
        if method == "POST":
            return client.post(address, self.typed(name)).status_code
        return client.generic(method, address).status_code

    def typed(self, name: str) -> dict[str, str]:
        debtor = self.walk.party("debtor")
        key = {"key": f"party-{debtor}", "reason": "核对身份"}
        return {"unmask": key, "call_number": key}.get(
            name, {"field": "number", "number": "（2026）粤0117民初9号", "language": "en"}
        )


@pytest.fixture
def house(walk: Walk) -> House:
    walks.to_urging(walk)
    people = {role.value: user for role, user in walk.staff.items()}
    for name in ("disabled", "no_post", "other_mediator"):
        people[name] = User.objects.create(username=name, full_name="外人")
    Post.objects.create(
        user=people["other_mediator"], role=Role.MEDIATOR.value, since=date(2020, 1, 1)
    )
    Post.objects.create(user=people["disabled"], role=Role.PRESIDENT.value, since=date(2020, 1, 1))
    User.objects.filter(username="disabled").update(is_active=False)
    errand = errands.open_errand(
        party=walk.matter.parties.get(role="debtor"),
        purpose=Purpose.URGING,
        actor=walk.staff[Role.MEDIATOR],
        at=walk.at,
    )
    notices = Choice(mechanism="pre_enforcement", step="issue_notice")
    batch = actions.make(
        notices, court=walk.court, answers={}, by=walk.staff[Role.MEDIATOR], at=walk.at
    )
    proposal = TemplateVersion.objects.create(
        court=walk.court,
        template="performance-notice",
        version=load("performance-notice").version,
        since=walk.on,
        basis="纪要1号",
        proposed_by=walk.staff[Role.BUREAU_HEAD],
        proposed_at=walk.at,
    )
    return House(walk, people, Message.objects.get(errand=errand), batch, proposal)


def expected(row: Mapping[str, int], person: str) -> int:
    if person in row:
        return row[person]
    kinds = (kind for kind, members in KINDS.items() if person in members and kind in row)
    return row[next(kinds, "else")]


def test_every_address_has_its_row_and_every_row_its_address() -> None:
    assert {pattern.name for pattern in urlpatterns} == set(TABLE)


# Who may ask for a page is not the database's doing.
@pytest.mark.skipif(connection.vendor != "sqlite", reason="every address is tried on SQLite")
def test_everybody_gets_the_declared_answer(house: House) -> None:
    answers, declared = {}, {}
    for person in PEOPLE:
        for name, row in TABLE.items():
            for method, cells in row.items():
                cell = f"{method} {name} {person}"
                declared[cell] = expected(cells, person)
                answers[cell] = house.ask(person, method, name)
    assert answers == declared


def test_no_address_takes_a_method_that_is_not_declared(house: House) -> None:
    taken = {
        f"{method} {name}": house.ask("trial_clerk", method, name)
        for name, row in TABLE.items()
        for method in set(METHODS) - set(row)
    }
    assert {cell: status for cell, status in taken.items() if status != 405} == {}


def test_a_matter_of_others_cannot_be_told_from_one_that_does_not_exist(house: House) -> None:
    client = house.client("other_mediator")
    theirs = client.get(house.address("matter"))
    nobodys = client.get(reverse("desk:matter", kwargs={"matter_id": 987654}))
    assert theirs.status_code == nobodys.status_code == 404
    assert len(theirs.content) - len(theirs.wsgi_request.path) == pytest.approx(
        len(nobodys.content) - len(nobodys.wsgi_request.path), abs=40
    )
    assert "陈示例" not in theirs.content.decode()


def test_a_mediator_who_is_replaced_is_out_at_his_next_request(house: House) -> None:
    client = house.client("mediator")
    assert client.get(house.address("matter")).status_code == 200
    newcomer = house.people["other_mediator"]
    house.walk.take(
        "pre_enforcement",
        "replace_mediator",
        Role.FILING_CLERK,
        mediator=str(newcomer.pk),
        reasons="原调解员休假",
        no_recusal="yes",
    )
    assert client.get(house.address("matter")).status_code == 404
    assert client.post(house.address("step")).status_code == 404
    assert house.client("other_mediator").get(house.address("matter")).status_code == 200
