"""A portal that stands alone knows what signed batches brought, each once, in order."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client, override_settings
from django.urls import reverse

from duly.crypto import provider
from duly.law.terms import Role
from duly.outreach.ferry import FerryRefused
from duly.portal import ferry, following, links, receiving
from duly.portal.ferry.court import publish_missed
from duly.portal.links import Issued
from duly.portal.models import (
    Link,
    PublishedKeys,
    PublishedMark,
    PublishedPaper,
    PublishedView,
    Submission,
    Visit,
)
from duly.procedure import queries
from duly.procedure.alarms import AlarmKind
from duly.procedure.models import Certificate
from tests.portal.conftest import DEBTOR_PLACES, enter, party
from tests.portal.test_verify import certificate
from tests.procedure.conftest import Walk

__all__ = ["certificate"]

COURTS_OWN = ("registry_", "procedure_", "ledger_", "documents_", "journal_", "accounts_")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    with override_settings(DULY_PORTAL_FERRY=str(tmp_path)):
        yield tmp_path


def only_its_own(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    assert not any(f'"{table}' in sql for table in COURTS_OWN), sql
    return execute(sql, params, many, context)


@contextmanager
def alone() -> Iterator[None]:
    """Stand as the portal does: other addresses, and not one question to the court's tables."""
    switched = override_settings(DULY_PORTAL_ALONE=True, ROOT_URLCONF="config.urls_portal")
    with switched, connection.execute_wrapper(only_its_own):
        yield


def forget_everything() -> None:
    """Empty the portal's tables, as in a database of its own."""
    for model in (
        Visit,
        Submission,
        PublishedPaper,
        PublishedView,
        PublishedMark,
        PublishedKeys,
        Link,
    ):
        model.objects.all().delete()


@pytest.fixture
def carried(folder: Path, link: Issued, in_court: Walk) -> Issued:
    """What the court published has come to the portal, whose database knew nothing."""
    ferry.turn(at=in_court.at)
    kept = list(Link.objects.values())
    forget_everything()
    with alone():
        assert ferry.turn(at=in_court.at).startswith("收进1批")
    hashes = set(Link.objects.values_list("token_sha256", flat=True))
    assert hashes == {one["token_sha256"] for one in kept}
    return link


def test_the_debtor_reads_and_sends_without_a_question_to_the_court(
    carried: Issued, in_court: Walk
) -> None:
    paper = in_court.matter.papers.get(template="performance-notice")
    with alone():
        client = enter(carried, DEBTOR_PLACES)
        page = client.get(reverse("portal:home")).content.decode()
        assert "102,300.00元" in page
        assert client.get(reverse("portal:paper", args=[paper.pk])).status_code == 200
        told = {"on": "2026-03-20", "amount": "500.00"}
        file = SimpleUploadedFile("回单.pdf", b"%PDF-1.7\n%%EOF")
        sent = client.post(reverse("portal:send", args=["payment"]), {**told, "file": file})
        assert sent.status_code == 302
        assert "待法院处理" in client.get(reverse("portal:home")).content.decode()
        assert client.get("/matters/").status_code == 404
        assert client.get("/").status_code == 302


def test_what_a_party_sent_reaches_the_post_and_its_answer_comes_back(
    folder: Path, link: Issued, in_court: Walk
) -> None:
    ferry.turn(at=in_court.at)
    with alone():
        ferry.turn(at=in_court.at)
        told = {"note": "数额多算了", "route": "amount"}
        enter(link, DEBTOR_PLACES).post(reverse("portal:send", args=["dispute"]), told)
        ferry.turn(at=in_court.at)
    Submission.objects.all().delete()
    ferry.turn(at=in_court.at)
    clerk = in_court.staff[Role.TRIAL_CLERK]
    alarms = queries.today(clerk, in_court.at).alarms
    assert [one.kind for one in alarms] == [AlarmKind.SUBMISSION]
    sent = Submission.objects.get()
    receiving.decline(submission_id=sent.pk, because="已经复核", actor=clerk, at=in_court.at)
    ferry.turn(at=in_court.at)
    Submission.objects.update(state="waiting", handled_at=None, handled_by="", answer="")
    with alone():
        ferry.turn(at=in_court.at)
        page = enter(link, DEBTOR_PLACES).get(reverse("portal:home")).content.decode()
    assert "已经复核" in page


def test_a_revoked_link_is_shut_at_the_portal_by_the_next_batch(
    folder: Path, link: Issued, in_court: Walk
) -> None:
    ferry.turn(at=in_court.at)
    with alone():
        ferry.turn(at=in_court.at)
    clerk = in_court.staff[Role.TRIAL_CLERK]
    debtor = party(in_court, "debtor")
    links.revoke(link_id=link.link.pk, party=debtor, because="遗失", actor=clerk, at=in_court.at)
    ferry.turn(at=in_court.at)
    Link.objects.update(revoked_at=None, revoked_because="")
    with alone():
        ferry.turn(at=in_court.at)
        assert Client().get(reverse("portal:door", args=[link.token])).status_code == 404


def test_nothing_new_is_not_published_again(folder: Path, link: Issued, in_court: Walk) -> None:
    ferry.turn(at=in_court.at)
    assert ferry.turn(at=in_court.at) == "收进0批，发出0批"
    in_court.contact(Role.TRIAL_CLERK)
    assert ferry.turn(at=in_court.at) == "收进0批，发出1批"


def test_an_altered_batch_is_not_taken_nor_what_follows(
    folder: Path, link: Issued, in_court: Walk
) -> None:
    ferry.turn(at=in_court.at)
    [batch] = sorted((folder / "from-court").glob("*.json"))
    batch.write_bytes(batch.read_bytes().replace(b"10230000", b"00000000"))
    forget_everything()
    with alone(), pytest.raises(FerryRefused):
        ferry.turn(at=in_court.at)
    assert not Link.objects.exists()


def test_a_batch_carried_twice_is_taken_once(carried: Issued, in_court: Walk) -> None:
    with alone():
        assert ferry.turn(at=in_court.at) == "收进0批，发出0批"


def test_with_the_first_batch_every_key_is_there_to_be_carried(
    folder: Path, link: Issued, in_court: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    used, mac = set(), provider.mac
    monkeypatch.setattr(provider, "mac", lambda data, key: used.add(key) or mac(data, key))
    ferry.turn(at=in_court.at)
    assert {"ferry-portal", "portal-factor", "portal-mark", "portal-code"} <= used


def test_no_token_and_no_id_number_crosses(folder: Path, link: Issued, in_court: Walk) -> None:
    ferry.turn(at=in_court.at)
    [batch] = sorted((folder / "from-court").glob("*.json"))
    text = batch.read_text(encoding="utf-8")
    assert link.token not in text
    assert "440199199003070013" not in text
    assert json.loads(text.splitlines()[0])["number"] == 1


def test_what_the_portal_may_not_pass_on_is_left_out(
    folder: Path, link: Issued, in_court: Walk
) -> None:
    from duly.outreach import ferry as outreach

    with override_settings(DULY_PORTAL_ALONE=True):
        portal = ferry.crossing()
    assert portal is not None
    item = {
        "link": link.link.token_sha256,
        "key": "6fa459ea-ee8a-3ca4-894e-db77e160355e",
        "submission": "receipt",
        "content": {"on": "2026-03-20", "amount": "102300.00"},
        "file": None,
    }
    executable = {"name": "凭证.pdf", "content": "TVqQAAMAAAA="}
    forged = [item, {**item, "submission": "payment", "file": executable}, {"link": "?"}]
    outreach.put(portal, forged, at=in_court.at)
    outreach.flush(portal)
    assert ferry.turn(at=in_court.at).startswith("收进1批")
    assert not Submission.objects.exists()


def test_a_revoked_certificate_is_revoked_at_the_portal_too(
    folder: Path, certificate: Certificate, walk: Walk
) -> None:
    asked = {"number": certificate.number, "code": certificate.code}

    def answered() -> str:
        ferry.turn(at=walk.at)
        with alone():
            ferry.turn(at=walk.at)
            return Client().post(reverse("portal:verify"), asked).content.decode()

    assert "现在有效" in answered()
    certificate.revoked_date, certificate.revoked_reasons = certificate.issued_date, "日期有误"
    certificate.save()
    following.follow(None, SimpleNamespace(matter=walk.matter, answers={}, papers=[]))
    assert "这份文书已经撤销" in answered()


def test_a_paper_that_was_missed_is_published_by_the_nightly_round(
    folder: Path, certificate: Certificate, walk: Walk
) -> None:
    ferry.turn(at=walk.at)
    PublishedMark.objects.all().delete()
    assert publish_missed(on=walk.on, at=walk.at) == "补发1份文书的核验信息"
    assert publish_missed(on=walk.on, at=walk.at) == "补发0份文书的核验信息"
