"""履行指引: printed with a notice, with a QR code, reproducible to the fen for any past day."""

from collections.abc import Mapping
from datetime import date

import pytest
from django.urls import reverse

from duly.accounts.models import User
from duly.documents.court import CourtFace
from duly.law.terms import Role
from duly.portal import links, sheet
from duly.portal.query import standing, views_of
from duly.procedure import holding
from duly.procedure.models import Hold, Measure
from duly.registry.models import Court
from tests.desk.conftest import As
from tests.portal.conftest import party
from tests.procedure import walks
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


def test_without_a_confirmed_account_it_tells_the_sum_and_prints_none(in_court: Walk) -> None:
    in_court.matter.payee_accounts.all().delete()
    text = drawn(in_court, in_court.on)
    assert "你应付102,300.00元" in text
    assert "收款账户还没有确认，由本院另行书面告知" in text
    assert "账号" not in text


def test_what_no_account_is_named_for_is_told(in_court: Walk) -> None:
    assert "另有2,300.00元，交到哪里由本院另行告知" in drawn(in_court, in_court.on)


def test_who_owes_acts_alone_is_told_the_act_and_its_term_and_no_sum(
    court: Court, staff: Mapping[Role, User]
) -> None:
    walk = Walk(court, staff, date(2026, 3, 3)).register(
        duty_kind="act", duty="向原告交付第12号设备", amount="", court_fee=""
    )
    text = drawn(walk, walk.on)
    assert "向原告交付第12号设备，期限自文书生效起算" in text
    assert "留下交接记录、照片等凭证" in text
    assert "元" not in text
    assert "账户还没有确认" not in text


def test_nothing_owed_prints_no_sheet(in_court: Walk) -> None:
    creditor = in_court.party("creditor")
    in_court.pay("100000.00", Role.TRIAL_CLERK, arrival="creditor", creditor=creditor)
    walks.pay_fees(in_court, Role.TRIAL_CLERK)
    with pytest.raises(sheet.NothingOwed):
        drawn(in_court, in_court.on)


def test_the_sheet_of_a_past_day_names_the_account_of_that_day(in_court: Walk) -> None:
    asked = in_court.on
    before = drawn(in_court, asked)
    assert "4401990012345678" in before
    walks.change_account(in_court, proposed=date(2026, 3, 23), confirmed=date(2026, 3, 30))
    assert drawn(in_court, asked) == before
    assert drawn(in_court, date(2026, 3, 29)).count("4401990012345678") == 1
    after = drawn(in_court, in_court.on)
    assert "4401990012345678" not in after
    assert "4401990099998888" in after


def test_the_view_of_a_past_day_has_its_limits_whatever_was_held_since(at_the_walk: Walk) -> None:
    walk = at_the_walk
    walks.to_urging(walk)
    debtor, asked = party(walk, "debtor"), walk.on

    def limits(on: date) -> dict[str, str]:
        return {one.name: one.last_day for one in standing.limits(debtor.matter, debtor, on)}

    before = limits(asked)
    hold = Hold.objects.create(matter=walk.matter, start_date=date(2026, 4, 10), reason="听证")
    holding.begin(hold)
    assert "urging_month" not in limits(date(2026, 4, 10))
    holding.end(hold, date(2026, 4, 14))
    assert limits(asked) == before
    assert "urging_month" not in limits(date(2026, 4, 14))
    assert limits(date(2026, 4, 15))["urging_month"] > before["urging_month"]


def test_the_view_of_a_past_day_has_a_measure_that_was_lifted_since(at_the_walk: Walk) -> None:
    walk = at_the_walk
    walks.to_published(walk)
    debtor, listed_on = party(walk, "debtor"), walk.on
    listed = standing.measures(debtor.matter, debtor, listed_on)
    assert [(one.state, one.released) for one in listed] == [("", None)] * len(listed)
    walk.on = date(2026, 6, 25)
    walks.pay_all(walk)
    paid = standing.measures(debtor.matter, debtor, walk.on)
    assert {one.state for one in paid} == {"owed"}
    Measure.objects.update(released_date=date(2026, 6, 26), release_evidence="名单库回执")
    assert standing.measures(debtor.matter, debtor, listed_on) == listed
    assert standing.measures(debtor.matter, debtor, walk.on) == paid


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
