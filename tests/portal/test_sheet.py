"""履行指引: printed with a notice, with a QR code, reproducible to the fen for any past day."""

from datetime import date

import pytest
from django.urls import reverse

from duly.documents.court import CourtFace
from duly.law.terms import Role
from duly.portal import links, sheet
from duly.portal.query import views_of
from tests.desk.conftest import As
from tests.portal.conftest import party
from tests.procedure.conftest import Walk

COURT = CourtFace("广州市从化区人民法院", "粤0117")


def drawn(walk: Walk, on: date) -> str:
    debtor = party(walk, "debtor")
    return sheet.draw(views_of(debtor.matter, debtor, on), COURT).text


def test_the_sheet_of_a_past_day_stays_as_it_was_to_the_fen(in_court: Walk) -> None:
    asked = date(2026, 4, 9)
    before = drawn(in_court, asked)
    assert "截至2026年4月9日，你应付102,475.00元。每晚一日到账，增加17.50元" in before
    assert "不用负担申请执行费1,400.00元" in before
    in_court.on = date(2026, 4, 20)
    creditor = in_court.party("creditor")
    in_court.pay("1000.00", Role.TRIAL_CLERK, arrival="creditor", creditor=creditor)
    assert drawn(in_court, asked) == before
    assert drawn(in_court, in_court.on) != before


def test_the_sheet_is_printed_with_the_same_bytes_and_its_code(in_court: Walk) -> None:
    debtor = party(in_court, "debtor")
    view = views_of(debtor.matter, debtor, in_court.on)
    plain = sheet.print_out(view, COURT)
    coded = sheet.print_out(view, COURT, "https://portal.example/p/l/token/")
    assert plain.startswith(b"%PDF-")
    assert coded != plain
    assert coded == sheet.print_out(view, COURT, "https://portal.example/p/l/token/")


def test_nothing_to_pay_prints_no_sheet(in_court: Walk) -> None:
    debtor = party(in_court, "debtor")
    in_court.matter.payee_accounts.all().delete()
    with pytest.raises(sheet.NothingToPay, match="收款账户"):
        sheet.draw(views_of(debtor.matter, debtor, in_court.on), COURT)


def test_staff_issue_a_link_and_hand_over_its_sheet(
    in_court: Walk, as_role: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    addresses = []
    monkeypatch.setattr(sheet, "pdf", lambda drawn, code: addresses.append(code.address) or b"%PDF")
    where = [in_court.matter.pk, in_court.party("debtor")]
    answer = as_role(Role.TRIAL_CLERK).post(reverse("parties:issue", args=where))
    assert answer["Content-Type"] == "application/pdf"
    token = addresses[0].rstrip("/").rpartition("/")[2]
    assert links.find(token, in_court.at) is not None
