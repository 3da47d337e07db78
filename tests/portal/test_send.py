"""What a party sends waits for staff, and becomes fact by a step alone."""

import uuid
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from duly.journal.models import Entry
from duly.law.terms import Role
from duly.ledger.models import Payment
from duly.portal import links, receiving
from duly.portal.models import Submission, SubmissionState
from duly.portal.receiving import NotHandled
from duly.procedure import queries
from duly.procedure.alarms import AlarmKind
from tests.desk.conftest import As
from tests.portal.conftest import enter, party
from tests.procedure.conftest import Walk

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF"
CLERK = Role.TRIAL_CLERK


def sends(client: Client, kind: str, **typed: object) -> int:
    address = reverse("portal:send", args=[kind])
    return client.post(address, {"key": uuid.uuid4(), **typed}).status_code


def proof(content: bytes = PDF, name: str = "回单.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def pays(client: Client, **typed: object) -> int:
    told = {"on": "2026-03-20", "amount": "500.00", "file": proof(), **typed}
    return sends(client, "payment", **told)


def test_proof_of_payment_waits_in_the_day_of_the_clerk_and_changes_nothing(
    in_court: Walk, debtor: Client
) -> None:
    version = in_court.matter.__class__.objects.get(pk=in_court.matter.pk).version
    assert pays(debtor) == 302
    today = queries.today(in_court.staff[CLERK], in_court.at)
    assert [one.kind for one in today.alarms] == [AlarmKind.SUBMISSION]
    assert not Payment.objects.exists()
    in_court.matter.refresh_from_db()
    assert in_court.matter.version == version
    assert "待法院处理" in debtor.get(reverse("portal:home")).content.decode()


def test_what_was_sent_is_sealed_in_the_database(debtor: Client) -> None:
    pays(debtor, note="甲的秘密")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM portal_submission")
        row = repr(cursor.fetchone())
    assert "甲的秘密" not in row
    assert "500.00" not in row
    assert "JVBERi0" not in row


def test_sent_twice_is_kept_once(debtor: Client) -> None:
    key = uuid.uuid4()
    assert [pays(debtor, key=key), pays(debtor, key=key)] == [302, 302]
    assert Submission.objects.count() == 1


def test_a_link_sends_in_twenty_things_a_day(debtor: Client) -> None:
    telling = {"note": "钱已付", "route": "amount"}
    statuses = [sends(debtor, "dispute", **telling) for _ in range(21)]
    assert statuses == [302] * 20 + [429]


NO_PROOF = [
    (b"MZ\x90\x00", "回单.pdf"),
    (PDF, "回单.exe"),
    (PDF, "回单.png"),
    (PDF.replace(b"<<>>", b"<</OpenAction 1>>"), "回单.pdf"),
    (PDF.replace(b"<<>>", b"<</JavaScript 1>>"), "回单.pdf"),
    (b"<html><script>", "回单.jpg"),
    (b"%PDF-" + b"0" * (8 * 1024 * 1024), "回单.pdf"),
    (b"", "回单.pdf"),
]
IMPOSSIBLE = [
    {"amount": "-1"},
    {"amount": "１００"},
    {"amount": "1e5"},
    {"amount": "NaN"},
    {"on": "2026-03-21"},
    {"on": "9999-99-99"},
    {"note": "长" * 1001},
]


def test_a_file_that_is_no_plain_proof_is_refused(debtor: Client) -> None:
    statuses = [pays(debtor, file=proof(content, name)) for content, name in NO_PROOF]
    assert statuses == [422] * len(NO_PROOF)
    assert not Submission.objects.exists()


def test_what_cannot_be_is_refused(debtor: Client) -> None:
    statuses = [pays(debtor, **typed) for typed in IMPOSSIBLE]
    assert statuses == [422] * len(IMPOSSIBLE)


def test_it_becomes_fact_by_a_step_and_is_closed_by_it(
    in_court: Walk, debtor: Client, as_role: As
) -> None:
    pays(debtor)
    sent = Submission.objects.get()
    clerk = in_court.staff[CLERK]
    with pytest.raises(NotHandled, match="先办理"):
        receiving.follow(submission_id=sent.pk, step_taken_id=1, actor=clerk, at=in_court.at)
    in_court.on += timedelta(days=1)
    creditor = in_court.party("creditor")
    in_court.pay("500.00", CLERK, arrival="creditor", creditor=creditor)
    step = receiving.steps_since(sent)[0]
    page = reverse("parties:submission", args=[sent.pk])
    assert "500.00" in as_role(CLERK).get(page).content.decode()
    as_role(CLERK).post(page, {"end": "follow", "step": step.pk})
    sent.refresh_from_db()
    assert (sent.state, sent.step_taken_id) == (SubmissionState.FOLLOWED, step.pk)
    assert queries.today(clerk, in_court.at).alarms == ()
    assert Entry.objects.order_by("-seq")[0].act == "portal.submission_followed"


def test_a_step_of_another_kind_or_before_it_closes_nothing(in_court: Walk, debtor: Client) -> None:
    pays(debtor)
    sent = Submission.objects.get()
    in_court.contact(CLERK)
    assert receiving.steps_since(sent) == []


def test_it_is_declined_with_a_reason_that_the_party_reads(
    in_court: Walk, debtor: Client, as_role: As
) -> None:
    pays(debtor)
    page = reverse("parties:submission", args=[Submission.objects.get().pk])
    clerk = as_role(CLERK)
    assert clerk.post(page, {"end": "decline", "because": " "}).status_code == 409
    clerk.post(page, {"end": "decline", "because": "凭证上的收款人不是本案债权人"})
    assert "凭证上的收款人不是本案债权人" in debtor.get(reverse("portal:home")).content.decode()
    assert clerk.post(page, {"end": "decline", "because": "再一次"}).status_code == 409


def test_the_same_file_again_is_pointed_out(debtor: Client, as_role: As) -> None:
    pays(debtor)
    pays(debtor)
    newest = Submission.objects.order_by("-pk")[0]
    page = as_role(CLERK).get(reverse("parties:submission", args=[newest.pk]))
    assert "同一份文件以前提交过" in page.content.decode()


def test_a_file_is_handed_out_to_be_saved_and_never_run(debtor: Client, as_role: As) -> None:
    pays(debtor)
    sent = Submission.objects.get()
    answer = as_role(CLERK).get(reverse("parties:file", args=[sent.pk]))
    assert answer.content == PDF
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_a_plan_shows_its_cost_before_it_is_sent(in_court: Walk, debtor: Client) -> None:
    plan = {"first_day": "2026-04-20", "count": "3", "note": "工资按月发放"}
    shown = debtor.post(reverse("portal:send", args=["plan"]), plan)
    page = shown.content.decode()
    days = (in_court.on.replace(month=6, day=22) - in_court.on).days
    assert "34,100.00元" in page
    assert f"{days * 1750 // 100:,}.{days * 1750 % 100:02d}元" in page
    assert not Submission.objects.exists()
    assert sends(debtor, "plan", confirm="yes", **plan) == 302
    assert "2026-06-22 34100.00" in Submission.objects.get().content


def test_a_debtor_cannot_speak_for_the_creditor(debtor: Client) -> None:
    for kind in ("receipt", "no_receipt", "plan_answer", "everything"):
        assert sends(debtor, kind, on="2026-03-20", amount="500.00") == 404


def test_address_and_electronic_service_are_confirmed(debtor: Client, as_role: As) -> None:
    told = {"address": "示例路9号", "phone": "13800000002", "electronic": "yes"}
    assert sends(debtor, "address", **{**told, "phone": "110"}) == 422
    assert sends(debtor, "address", **told) == 302
    page = as_role(CLERK).get(reverse("parties:submission", args=[Submission.objects.get().pk]))
    assert "示例路9号" in page.content.decode()
    assert "add_contact_point" in page.content.decode()


def test_a_creditor_sees_the_offer_answers_it_and_confirms_receipt(
    in_court: Walk, debtor: Client
) -> None:
    creditor = party(in_court, "creditor")
    creditor.identifier = "91440199MA5D0017A1"
    creditor.save(update_fields=["identifier"])
    link = links.issue(party=creditor, actor=in_court.staff[CLERK], at=in_court.at)
    plan = {"first_day": "2026-04-20", "count": "3", "note": "家中有人生病"}
    sends(debtor, "plan", confirm="yes", **plan)
    browser = enter(link, "0017A1")
    page = browser.get(reverse("portal:home")).content.decode()
    assert "对方提出的方案" in page
    assert "34,100.00元" in page
    assert "家中有人生病" not in page
    assert sends(browser, "plan_answer", agrees="no", note="期数太多") == 302
    assert sends(browser, "receipt", on="2026-03-20", amount="500.00") == 302
    assert sends(browser, "payment", on="2026-03-20", amount="500.00", file=proof()) == 404
    assert Submission.objects.count() == 3
