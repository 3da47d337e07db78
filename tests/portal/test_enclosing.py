"""Every notice to a debtor takes its 履行指引 along, and the link to his page, by the same step."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from duly.documents.render import Code
from duly.law.terms import Purpose, Role
from duly.outreach import errands
from duly.outreach.models import Message
from duly.outreach.outbox.sending import _attachments
from duly.portal import enclosing, links, sheet
from duly.portal.models import Link
from tests.batch.conftest import confirm_account
from tests.desk.conftest import As
from tests.outreach.conftest import mail_of
from tests.portal.conftest import DEBTOR_PLACES, gateway, party
from tests.portal.test_codes import told
from tests.procedure.conftest import Walk

__all__ = ["gateway"]

CLERK = Role.TRIAL_CLERK


@pytest.fixture
def noticed(at_the_walk: Walk, settings: Any) -> Walk:
    """The first notice was issued."""
    settings.DULY_PORTAL_ADDRESS = "https://portal.example"
    confirm_account(at_the_walk)
    at_the_walk.take("post_judgment", "issue_notice", CLERK)
    return at_the_walk


@pytest.fixture
def codes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses printed as codes; the sheets are kept as their text."""
    seen: list[str] = []

    def plain(drawn: Any, code: Code | None) -> bytes:
        seen.append(code.address if code else "")
        return f"{drawn.text}\n{seen[-1]}".encode()

    monkeypatch.setattr(sheet, "pdf", plain)
    return seen


def printed(walk: Walk) -> bytes | None:
    paper = walk.matter.papers.get(template="performance-notice")
    return enclosing.enclosure(paper.pk, int(walk.party("debtor")))


def test_the_step_that_issues_the_notice_issues_the_link(noticed: Walk) -> None:
    paper = noticed.matter.papers.get(template="performance-notice")
    link = Link.objects.get()
    assert (link.paper_id, link.party_id) == (paper.pk, int(noticed.party("debtor")))
    assert link.issued_by == noticed.staff[CLERK].full_name


def test_its_code_opens_the_page_and_no_table_holds_it(noticed: Walk, codes: list[str]) -> None:
    printed(noticed)
    path = codes[0].removeprefix("https://portal.example")
    assert Client().post(path, {"places": DEBTOR_PLACES}).status_code == 302
    token = path.rstrip("/").rpartition("/")[2]
    assert token not in str(list(Link.objects.values()))
    assert len(token) >= 43


def test_it_tells_the_sum_before_the_term_begins_and_stays_as_it_was_sent(
    noticed: Walk, codes: list[str]
) -> None:
    walk = noticed
    first = printed(walk)
    assert first is not None
    assert "你应付102,300.00元。履行期自文书生效起算" in first.decode()
    walk.serve_paper("performance-notice", CLERK)
    instrument = f"instrument-{walk.matter.instruments.get().pk}"
    walk.serve(instrument, CLERK)
    walk.serve(instrument, CLERK, to="creditor")
    walk.on = date(2026, 3, 20)
    walk.take("post_judgment", "start_term", CLERK)
    # Now it is known when the term began: what each further day costs is told, the sum is the same.
    known = printed(walk)
    assert known is not None
    assert "你应付102,300.00元。履行期届满前付清不加利息，逾期后每日增加17.50元" in known.decode()
    walk.pay("1000.00", CLERK, arrival="creditor", creditor=walk.party("creditor"))
    walk.on = date(2026, 4, 20)
    assert printed(walk) == known


def test_a_revoked_link_is_printed_no_more(noticed: Walk, codes: list[str]) -> None:
    links.revoke(
        link_id=Link.objects.get().pk,
        party=party(noticed, "debtor"),
        because="遗失",
        actor=noticed.staff[CLERK],
        at=noticed.at,
    )
    shown = printed(noticed)
    assert codes == [""]
    assert shown is not None
    assert "扫描" not in shown.decode()


@pytest.fixture
def without_number(at_the_walk: Walk) -> Walk:
    """No ID number of the debtor is on record."""
    debtor = party(at_the_walk, "debtor")
    debtor.identifier = ""
    debtor.save(update_fields=["identifier"])
    confirm_account(at_the_walk)
    return at_the_walk


def test_without_number_and_telephone_it_goes_out_without_a_link_and_the_clerk_sees_why(
    without_number: Walk, as_role: As
) -> None:
    walk = without_number
    walk.take("post_judgment", "issue_notice", CLERK)
    assert not Link.objects.exists()
    page = as_role(CLERK).get(reverse("parties:matter", args=[walk.matter.pk])).content.decode()
    assert "没有附链接：没有证件号码，也没有本人确认的手机" in page


def test_without_a_number_the_link_goes_by_the_telephone_that_he_confirmed(
    without_number: Walk, gateway: None, codes: list[str], settings: Any
) -> None:
    walk = without_number
    settings.DULY_PORTAL_ADDRESS = "https://portal.example"
    walk.take("post_judgment", "issue_notice", CLERK)
    printed(walk)
    path = codes[0].removeprefix("https://portal.example")
    page = Client().get(path).content.decode()
    assert "证件号码后六位" not in page
    assert Client().post(path, {"places": ""}).status_code == 422
    assert Client().post(path, {"send": "code"}).status_code == 302
    assert Client().post(path, {"code": told()}).status_code == 302


def test_staff_print_it_from_the_list_of_notices(
    noticed: Walk, codes: list[str], as_role: As
) -> None:
    clerk = as_role(CLERK)
    page = clerk.get(reverse("parties:matter", args=[noticed.matter.pk])).content.decode()
    paper = noticed.matter.papers.get(template="performance-notice")
    where = [noticed.matter.pk, paper.pk, noticed.party("debtor")]
    address = reverse("parties:enclosure", args=where)
    assert address in page
    assert "你应付102,300.00元" in clerk.get(address).content.decode()


def test_mail_that_serves_the_notice_carries_it_too(noticed: Walk, codes: list[str]) -> None:
    debtor = party(noticed, "debtor")
    mail_of(debtor)
    errands.open_errand(
        party=debtor,
        purpose=Purpose.SERVICE,
        what=noticed.matter.papers.get(template="performance-notice"),
        actor=noticed.staff[CLERK],
        at=noticed.at,
    )
    names = [one.name for one in _attachments(Message.objects.get())]
    assert names[:2] == ["自动履行告知书（2026-03-03）.pdf", "随附履行指引（2026-03-03）.pdf"]
