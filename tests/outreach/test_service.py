"""送达：同意在案的电子送达以到达为准并制作电子送达凭证；退回的当日换渠道。"""

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from django.utils import timezone

import duly_verify
from duly.crypto import provider
from duly.documents.models import Paper
from duly.documents.queries import file_of
from duly.law.terms import Channel, InstrumentKind, Purpose, Role
from duly.ledger.models import Obligation
from duly.outreach import by_hand, errands, tracking
from duly.outreach.models import Errand, Message, MessageState
from duly.procedure.refusal import Refused, StepNotAllowed, Unanswered
from duly.procedure.serving import paper_served, weighed
from duly.registry.models import Party, Service
from tests.outreach.conftest import mail_of, turns
from tests.outreach.test_smtp import Postmaster, free_port
from tests.outreach.test_smtp import postmaster as postmaster
from tests.procedure.conftest import Walk

MAIL = """
[[supplier]]
name = "mail"
channels = ["email"]
adapter = "smtp"
host = "127.0.0.1"
port = {port}
sender = "fy@court.invalid"
tls = false
dedupes_by_id = false
can_query_by_id = false
gives_receipts = false
acceptance_is_arrival = {arrival}
"""


ACCOUNT = {
    "holder": "喆淼商贸有限公司",
    "number": "4401990012345678",
    "bank": "示例银行广州从化支行",
    "route": "hearing",
    "evidence": "庭审笔录第5页",
}


@pytest.fixture
def notice(debtor: Party, walk: Walk) -> Paper:
    """The court's notice to the debtor, issued and to be served."""
    walk.take(
        "post_judgment",
        "confirm_account",
        Role.TRIAL_CLERK,
        creditor=walk.party("creditor"),
        **ACCOUNT,
    )
    walk.take("post_judgment", "issue_notice", Role.TRIAL_CLERK)
    return Paper.objects.get(matter=walk.matter, template="performance-notice")


@pytest.fixture
def declare(suppliers: Path, postmaster: Postmaster) -> Iterator[Callable[..., None]]:
    """Start a mail server and declare it as the court's supplier."""
    port = free_port()
    server = Controller(postmaster, hostname="127.0.0.1", port=port)
    server.start()

    def write(*, arrival: bool = True) -> None:
        text = MAIL.format(port=port, arrival=str(arrival).lower())
        suppliers.write_text(text, encoding="utf-8")

    yield write
    server.stop()


def serve(paper: Paper, party: Party, walk: Walk) -> Errand:
    return errands.open_errand(
        party=party,
        purpose=Purpose.SERVICE,
        what=paper,
        actor=walk.staff[Role.TRIAL_CLERK],
        at=walk.at,
    )


def channels(errand: Errand) -> list[str]:
    return [one.channel for one in errand.messages.order_by("made_at")]


def post(errand: Errand, number: str, walk: Walk) -> Message:
    letter = errand.messages.get(channel=Channel.POST.value)
    return by_hand.posted(
        message_id=letter.pk, number=number, actor=walk.staff[Role.TRIAL_CLERK], at=walk.at
    )


def track(walk: Walk, *rows: str, day: int = 0) -> list[tracking.Entered]:
    lines = ["邮件号,状态,日期,说明\n", *(f"{row}\n" for row in rows)]
    at = walk.at + timedelta(days=day)
    return tracking.enter(lines, actor=walk.staff[Role.TRIAL_CLERK], at=at)


def test_rules_29_and_31_a_paper_mailed_with_consent_is_served_on_arrival_with_its_proof(
    notice: Paper, debtor: Party, walk: Walk, declare: Callable[..., None], postmaster: Postmaster
) -> None:
    declare()
    mail_of(debtor)
    errand = serve(notice, debtor, walk)
    turns(walk.at)

    frozen = file_of(notice.pk)
    attached, sheet, twin = postmaster.mails[0].iter_attachments()
    assert frozen is not None
    assert attached.get_content() == bytes(frozen.pdf)
    assert (sheet.get_filename() or "").startswith("随附履行指引")
    told = duly_verify.check_json(twin.get_content().decode(), provider.public_keys())
    assert (told["kind"], told["message"]["to"]) == ("duly-message+jwt", debtor.name)
    assert told["message"]["papers"] == [{"title": notice.title, "sha256": frozen.pdf_sha256}]
    assert paper_served(notice.pk, debtor, on=walk.on) == walk.on
    errand.refresh_from_db()
    assert errand.closed_because == "2026年3月3日送达"
    proof = Paper.objects.get(template="electronic-service-proof")
    told = json.loads(proof.blanks)
    assert told["电子送达地址"]["value"] == "chen@example.invalid"
    assert told["到达时间"]["value"] == "2026年3月3日12时00分"
    assert "同意电子送达" in told["同意记录"]["value"]
    assert str(errand.messages.get().pk) in told["系统记录"]["value"]
    assert told["送达人"]["value"] == "收发系统"


def test_accepted_by_the_mail_server_is_not_served_where_acceptance_is_no_arrival(
    notice: Paper, debtor: Party, walk: Walk, declare: Callable[..., None]
) -> None:
    declare(arrival=False)
    mail_of(debtor)
    errand = serve(notice, debtor, walk)
    turns(walk.at, 2)

    assert paper_served(notice.pk, debtor, on=walk.on) is None
    assert not Service.objects.filter(paper_id=notice.pk).exists()
    assert errand.messages.get(channel="email").state == MessageState.SENT.value
    assert channels(errand) == ["email", "post"]


def test_rule_29_without_consent_nothing_is_served_by_mail(
    notice: Paper, debtor: Party, walk: Walk, declare: Callable[..., None], postmaster: Postmaster
) -> None:
    declare()
    mail_of(debtor, consent=False)
    errand = serve(notice, debtor, walk)
    turns(walk.at)
    assert postmaster.mails == []
    assert channels(errand) == ["post"]
    assert "没有同意电子送达的记录，不以电子邮件送达" in errand.reasons


def test_rule_31_consent_withdrawn_from_the_address_leaves_arrival_without_effect(
    notice: Paper, debtor: Party, walk: Walk, declare: Callable[..., None]
) -> None:
    declare()
    mail = mail_of(debtor)
    serve(notice, debtor, walk)
    mail.electronic_consent = False
    mail.save()
    turns(walk.at)
    service = Service.objects.get(paper_id=notice.pk)
    assert weighed(service, on=walk.on).served_on is None
    assert not Paper.objects.filter(template="electronic-service-proof").exists()


def test_rule_31_the_earliest_effective_channel_counts_and_a_later_one_moves_nothing(
    notice: Paper, debtor: Party, walk: Walk, suppliers: Path
) -> None:
    errand = serve(notice, debtor, walk)
    post(errand, "EX000000001CN", walk)
    walk.on += timedelta(days=2)
    walk.serve_paper("performance-notice", Role.TRIAL_CLERK)
    first = paper_served(notice.pk, debtor, on=walk.on)
    track(walk, f"EX000000001CN,签收,{walk.on + timedelta(days=3)},本人签收", day=3)

    assert first == walk.on
    assert paper_served(notice.pk, debtor, on=walk.on + timedelta(days=9)) == first


def test_a_letter_signed_for_ends_the_errand(
    notice: Paper, debtor: Party, walk: Walk, suppliers: Path
) -> None:
    errand = serve(notice, debtor, walk)
    post(errand, "EX000000001CN", walk)
    (entered,) = track(walk, "EX000000001CN,签收,2026-03-05,本人签收", day=2)
    errand.refresh_from_db()
    assert (entered.done, entered.sentence) == (True, "签收，已登记")
    assert errand.closed_because == "2026年3月5日送达"
    assert errand.messages.get().state == MessageState.DELIVERED.value


def test_a_letter_returned_from_an_unconfirmed_address_leads_to_the_next_channel_the_same_day(
    notice: Paper, debtor: Party, walk: Walk, suppliers: Path
) -> None:
    debtor.contact_points.update(confirmed_for_service=False)
    errand = serve(notice, debtor, walk)
    post(errand, "EX000000001CN", walk)
    (entered,) = track(walk, "EX000000001CN,退回,2026-03-05,查无此人", day=2)

    assert entered.sentence == "退回，已登记；改用上门走访"
    assert channels(errand) == ["post", "visit"]
    visit = errand.messages.get(channel="visit")
    assert timezone.localdate(visit.made_at) == walk.on + timedelta(days=2)
    assert paper_served(notice.pk, debtor, on=walk.on + timedelta(days=9)) is None


def test_a_letter_returned_from_a_confirmed_address_is_service_on_that_day(
    notice: Paper, debtor: Party, walk: Walk, suppliers: Path
) -> None:
    errand = serve(notice, debtor, walk)
    post(errand, "EX000000001CN", walk)
    track(walk, "EX000000001CN,拒收,2026-03-05,本人拒收", day=2)
    assert paper_served(notice.pk, debtor, on=date(2026, 3, 6)) == date(2026, 3, 5)
    assert channels(errand) == ["post"]


def test_a_returned_judgment_lets_its_effect_and_the_term_be_reckoned_at_once(
    notice: Paper, debtor: Party, walk: Walk, suppliers: Path
) -> None:
    instrument = walk.matter.instruments.get()
    walk.serve_paper("performance-notice", Role.TRIAL_CLERK)
    walk.serve(f"instrument-{instrument.pk}", Role.TRIAL_CLERK, to="creditor")
    errand = errands.open_errand(
        party=debtor,
        purpose=Purpose.SERVICE,
        what=instrument,
        actor=walk.staff[Role.TRIAL_CLERK],
        at=walk.at,
    )
    post(errand, "EX000000009CN", walk)
    walk.on = date(2026, 3, 24)
    with pytest.raises(Refused):
        walk.take("post_judgment", "start_term", Role.TRIAL_CLERK)
    track(walk, "EX000000009CN,退回,2026-03-05,本人拒收")
    walk.take("post_judgment", "start_term", Role.TRIAL_CLERK)

    due = Obligation.objects.get(matter=walk.matter, kind="money").due_date
    assert due == date(2026, 3, 31)


def test_a_mediation_statement_returned_is_not_served(
    debtor: Party, walk: Walk, suppliers: Path
) -> None:
    instrument = walk.matter.instruments.get()
    instrument.kind = InstrumentKind.MEDIATION_STATEMENT.value
    instrument.save()
    errand = errands.open_errand(
        party=debtor,
        purpose=Purpose.SERVICE,
        what=instrument,
        actor=walk.staff[Role.TRIAL_CLERK],
        at=walk.at,
    )
    post(errand, "EX000000009CN", walk)
    track(walk, "EX000000009CN,退回,2026-03-05,本人拒收", day=2)
    assert channels(errand) == ["post", "visit"]


BAD_ROWS = {
    "unknown number": ("EX9,签收,2026-03-03,", "没有登记过"),
    "unknown status": ("EX1,丢失,2026-03-03,", "状态应为"),
    "no day": ("EX1,签收,,", "未登记"),
    "a day to come": ("EX1,签收,2027-01-01,", "未登记"),
    "on the way": ("EX1,在途,2026-03-03,", "在途"),
}


@pytest.mark.parametrize(("row", "because"), BAD_ROWS.values(), ids=BAD_ROWS.keys())
def test_a_bad_row_is_told_and_does_not_stop_the_next(
    row: str, because: str, notice: Paper, debtor: Party, walk: Walk, suppliers: Path
) -> None:
    post(serve(notice, debtor, walk), "EX1", walk)
    bad, good, again = track(walk, row, "EX1,签收,2026-03-03,", "EX1,签收,2026-03-03,")
    assert (because in bad.sentence, bad.done) == (True, False)
    assert good.done
    assert again.sentence == "此前已登记"
    assert Service.objects.filter(paper_id=notice.pk).count() == 1


def test_a_file_with_other_columns_is_refused(walk: Walk) -> None:
    with pytest.raises(tracking.MalformedTracking, match="邮件号、状态、日期、说明"):
        tracking.enter(["number,status\n"], actor=walk.staff[Role.TRIAL_CLERK], at=walk.at)


def test_a_letter_has_one_number_and_a_number_one_letter(
    notice: Paper, debtor: Party, walk: Walk, suppliers: Path
) -> None:
    errand = serve(notice, debtor, walk)
    for number in ("", "EX 1", "ＥＸ１"):
        with pytest.raises(Unanswered):
            post(errand, number, walk)
    post(errand, "EX1", walk)
    with pytest.raises(StepNotAllowed):
        post(errand, "EX2", walk)
