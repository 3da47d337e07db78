"""A party signs in the portal: what he saw, how he showed who he is, where it is printed."""

import uuid
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from duly.documents import signature
from duly.documents.models import Paper, SignedCopy
from duly.law.terms import Role
from duly.outreach.suppliers.console import declare
from duly.portal import ferry, links, receiving
from duly.portal.links import Issued
from duly.portal.models import Submission
from duly.procedure import queries
from duly.procedure.models import Signature
from duly.procedure.refusal import Unanswered
from duly.registry.models import Matter
from tests.desk.conftest import As
from tests.portal.conftest import (
    CREDITOR_PLACES,
    DEBTOR_PLACES,
    creditor_with_code,
    enter,
    party,
)
from tests.portal.test_codes import told
from tests.portal.test_ferry import alone, folder
from tests.procedure import walks
from tests.procedure.conftest import Walk

__all__ = ["folder"]

STROKES = "M100 100 L200 50 L300 150 M320 60 L320 140"
JUDGE = Role.ENFORCEMENT_JUDGE


NO_SIGNATURE: list[dict[str, str]] = [
    {},
    {"strokes": '"/><script>'},
    {"strokes": "M1 1" + " L2 2" * 9000},
    {"strokes": STROKES, "name": "陈冒名"},
    {"strokes": STROKES, "agrees": ""},
    {"code": "123456"},
]


@pytest.fixture
def pledge(at_the_walk: Walk) -> Walk:
    """A settlement was reached; the debtor's commitment is printed and waits for him."""
    walk = at_the_walk
    walks.to_enforcement(walk)
    walk.take(
        "enforcement",
        "record_settlement",
        JUDGE,
        reached_on=walk.on.isoformat(),
        content="陈示例于2026年12月31日前支付100,000元",
        ends_on="2026-12-31",
        evidence="执行笔录",
    )
    walk.take("commitment", "print_pledge", Role.ENFORCEMENT_CLERK)
    return walk


@pytest.fixture
def debtor(pledge: Walk) -> Client:
    return enter(issued(pledge), DEBTOR_PLACES)


def issued(walk: Walk, side: str = "debtor", role: Role = JUDGE) -> Issued:
    return links.issue(party=party(walk, side), actor=walk.staff[role], at=walk.at)


def where(paper: Paper) -> str:
    return reverse("portal:sign", args=[paper.pk])


def signs(client: Client, paper: Paper, **typed: object) -> int:
    told = {"key": uuid.uuid4(), "name": "陈示例", "agrees": "on", **typed}
    return client.post(where(paper), told).status_code


def waiting(walk: Walk) -> Paper:
    return Paper.objects.get(matter=walk.matter, template="commitment-settlement")


def signed_by_step(walk: Walk, **changes: str) -> None:
    one = str(Signature.objects.get().pk)
    answers = {"signed_on": walk.on.isoformat(), "signature": one, "evidence": "电子卷", **changes}
    walk.take("commitment", "sign_pledge", Role.ENFORCEMENT_CLERK, **answers)


def test_he_sees_all_of_it_signs_by_hand_and_the_step_prints_it(
    pledge: Walk, debtor: Client, as_role: As
) -> None:
    paper, clerk = waiting(pledge), Role.ENFORCEMENT_CLERK
    assert where(paper) in debtor.get(reverse("portal:home")).content.decode()
    page = debtor.get(where(paper)).content.decode()
    assert all(line in page for line in paper.text.split("\n") if line)
    assert [signs(debtor, paper, **typed) for typed in NO_SIGNATURE] == [422] * len(NO_SIGNATURE)
    version = Matter.objects.get(pk=pledge.matter.pk).version
    assert signs(debtor, paper, strokes=STROKES) == 302
    kept = Signature.objects.get()
    assert (kept.shown_sha256, kept.strokes) == (paper.sha256, STROKES)
    assert kept.factor == "证件号码后六位"
    assert Matter.objects.get(pk=pledge.matter.pk).version == version
    assert len(queries.today(pledge.staff[clerk], pledge.at).alarms) == 1
    sent = Submission.objects.get()
    shown = as_role(clerk).get(reverse("parties:submission", args=[sent.pk]))
    assert f"signature={kept.pk}" in shown.content.decode()
    assert "data:image/svg+xml;base64," in shown.content.decode()
    assert f"{pledge.on} 12:00" in shown.content.decode()
    with pytest.raises(Unanswered, match="电子签名的日期"):
        signed_by_step(pledge, signed_on="2026-05-01")
    assert not SignedCopy.objects.exists()
    signed_by_step(pledge)
    copy = SignedCopy.objects.get()
    assert copy.paper == paper
    assert b"M100 100" in bytes(copy.pdf)
    assert kept.shown_sha256.encode() in bytes(copy.pdf)
    sent.refresh_from_db()
    assert sent.state == "followed"
    assert "信用承诺书（已签署）" in debtor.get(reverse("portal:home")).content.decode()
    assert debtor.get(reverse("portal:paper", args=[paper.pk])).content == bytes(copy.pdf)


def test_he_types_his_name_and_confirms_it_by_a_code_for_this_paper_alone(
    pledge: Walk, debtor: Client
) -> None:
    declare(settings.DULY_HOME)
    paper = waiting(pledge)
    try:
        assert debtor.post(where(paper), {"send": "code"}).status_code == 302
        digits = told()
        assert signs(debtor, paper, code="000000" if digits != "000000" else "1") == 422
        assert signs(debtor, paper, code=digits) == 302
    finally:
        (settings.DULY_HOME / "outreach" / "suppliers.toml").unlink()
    kept = Signature.objects.get()
    assert (kept.strokes, kept.factor) == ("", "证件号码后六位、短信验证码")


def test_signed_once_and_again_only_after_the_court_declined(pledge: Walk, debtor: Client) -> None:
    paper = waiting(pledge)
    signs(debtor, paper, strokes=STROKES)
    assert signs(debtor, paper, strokes=STROKES) == 404
    receiving.decline(
        submission_id=Submission.objects.get().pk,
        because="签名看不清",
        actor=pledge.staff[JUDGE],
        at=pledge.at,
    )
    assert signs(debtor, paper, strokes=STROKES) == 302


def test_it_crosses_from_a_portal_that_stands_alone(folder: Path, pledge: Walk) -> None:
    link, paper = issued(pledge), waiting(pledge)
    ferry.turn(at=pledge.at)
    with alone():
        ferry.turn(at=pledge.at)
        client = enter(link, DEBTOR_PLACES)
        assert client.get(reverse("portal:paper", args=[paper.pk])).status_code == 200
        assert signs(client, paper, strokes=STROKES) == 302
        assert client.get(where(paper)).status_code == 404
        ferry.turn(at=pledge.at)
    Submission.objects.all().delete()
    ferry.turn(at=pledge.at)
    signed_by_step(pledge)
    copy = bytes(SignedCopy.objects.get().pdf)
    ferry.turn(at=pledge.at)
    with alone():
        ferry.turn(at=pledge.at)
        page = enter(link, DEBTOR_PLACES).get(reverse("portal:home")).content.decode()
        assert "信用承诺书（已签署）" in page
        file = enter(link, DEBTOR_PLACES).get(reverse("portal:paper", args=[paper.pk]))
        dropped = SimpleUploadedFile("已签署.pdf", copy)
        answer = Client().post(reverse("portal:verify"), {"file": dropped})
    assert file.content == copy
    assert "现在有效" in answer.content.decode()


def test_the_creditor_signs_the_application_for_urging(at_the_walk: Walk) -> None:
    walk = at_the_walk
    walks.to_applied(walk)
    walks.consent(walk)
    creditor_with_code(walk)
    client = enter(issued(walk, "creditor", Role.FILING_CLERK), CREDITOR_PLACES)
    paper = Paper.objects.get(matter=walk.matter, template="urging-application")
    assert signs(client, paper, strokes=STROKES, name="林代表") == 302
    assert len(queries.today(walk.staff[Role.FILING_CLERK], walk.at).alarms) == 1
    walk.take(
        "pre_enforcement",
        "receive_request",
        Role.FILING_CLERK,
        signed_on=walk.on.isoformat(),
        signer="林代表",
        signature=str(Signature.objects.get().pk),
        evidence="电子卷",
    )
    assert SignedCopy.objects.get().paper == paper


def test_strokes_are_lines_in_whole_numbers_and_nothing_else() -> None:
    assert signature.check(STROKES) == STROKES
    for wrong in ("", "L1 1", "M1 1 C2 2", "M1 1\n", "M1000 1", "M-1 1", 'M1 1"'):
        with pytest.raises(signature.MalformedStrokes):
            signature.check(wrong)
