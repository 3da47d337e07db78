"""What a party is shown: his own part, computed to the fen, and nothing of anybody else."""

from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

import duly.portal
from duly.documents.models import Paper
from duly.law.terms import Role
from duly.portal import links
from duly.portal.query import views_of
from duly.portal.view import View, writing
from duly.procedure.facts import debt
from duly.registry.models import Party, Service
from tests.portal.conftest import DEBTOR_PLACES, enter, party
from tests.procedure import walks
from tests.procedure.conftest import Walk


def view(walk: Walk, side: str = "debtor", on: date | None = None) -> View:
    one = party(walk, side)
    return views_of(one.matter, one, on or walk.on)


def test_before_the_last_day_nothing_is_added_and_lateness_has_its_price(in_court: Walk) -> None:
    shown = view(in_court)
    assert (shown.stage, shown.total_fen, shown.per_day) == ("post_judgment", 102_300_00, "0.00")
    assert shown.gain.late_per_day == "17.50"
    assert shown.gain.fee_fen == 1_400_00
    assert [(one.name, one.last_day) for one in shown.limits] == [("performance", "2026-03-30")]


def test_after_the_last_day_each_day_adds_and_a_month_is_reckoned(in_court: Walk) -> None:
    shown = view(in_court, on=date(2026, 4, 9))
    assert (shown.total_fen, shown.per_day) == (102_300_00 + 175_00, "17.50")
    assert shown.gain.month_fen == 30 * 17_50
    assert shown.gain.late_per_day == ""


def test_the_same_day_asked_later_gives_the_same_figures(in_court: Walk) -> None:
    asked = date(2026, 4, 9)
    before = view(in_court, on=asked)
    in_court.on = date(2026, 4, 20)
    in_court.pay(
        "1000.00", Role.TRIAL_CLERK, arrival="creditor", creditor=in_court.party("creditor")
    )
    after = view(in_court, on=asked)
    assert (after.total_fen, after.per_day) == (before.total_fen, before.per_day)


def test_the_account_comes_with_its_sum_and_remark(in_court: Walk) -> None:
    shown = view(in_court)
    [account] = shown.accounts
    assert (account.number, account.fen) == ("4401990012345678", 100_000_00)
    assert account.remark == "（2026）粤0117民初100号货款"
    assert shown.unplaced_fen == 2_300_00


def test_a_paper_is_shown_once_it_is_served_and_not_before(in_court: Walk) -> None:
    walk = in_court
    assert [one.title for one in view(walk).papers] == ["自动履行告知书"]
    Service.objects.filter(paper_id__isnull=False).delete()
    assert view(walk).papers == ()


def test_a_release_is_followed_to_its_end(at_the_walk: Walk) -> None:
    walk = at_the_walk
    walks.to_published(walk)
    before = {one.kind: one for one in view(walk).measures}
    assert before["defaulter_listing"].state == ""
    walks.pay_all(walk)
    after = {one.kind: one for one in view(walk).measures}
    assert after["defaulter_listing"].state == "owed"
    assert after["defaulter_listing"].release_due is not None
    assert view(walk).performed


def test_a_creditor_sees_attempts_and_not_what_was_said(in_court: Walk) -> None:
    in_court.contact(Role.TRIAL_CLERK)
    in_court.contact(Role.TRIAL_CLERK, "no_answer")
    shown = view(in_court, "creditor")
    assert [(one.channel, one.result) for one in shown.contacts] == [
        ("call", "no_answer"),
        ("call", "reached"),
    ]
    assert "告知应履行的义务" not in writing.dump(shown)


@pytest.mark.parametrize("side", ["debtor", "creditor"])
def test_nobody_reads_numbers_of_the_other_side(in_court: Walk, side: str) -> None:
    in_court.contact(Role.TRIAL_CLERK)
    text = writing.dump(view(in_court, side))
    assert "440199199003070013" not in text
    assert "13800000002" not in text
    assert "13800000001" not in text
    if side == "creditor":
        assert "示例路1号" not in text


def test_a_view_is_plain_data_and_reads_back_as_it_was(in_court: Walk) -> None:
    shown = view(in_court)
    assert writing.load(writing.dump(shown)) == shown
    with pytest.raises((ValueError, KeyError)):
        writing.load(writing.dump(shown).replace('"total_fen":10230000', '"total_fen":"10230000"'))


def test_another_partys_paper_is_not_there(in_court: Walk, debtor: Client) -> None:
    paper = Paper.objects.get(template="performance-notice")
    own = debtor.get(reverse("portal:paper", args=[paper.pk]))
    assert own.status_code == 200
    creditors = Paper.objects.get(template="payee-account-confirmation", matter=in_court.matter)
    assert debtor.get(reverse("portal:paper", args=[creditors.pk])).status_code == 404
    assert debtor.get(reverse("portal:paper", args=[987654])).status_code == 404


def test_the_page_says_what_the_view_says(in_court: Walk, debtor: Client) -> None:
    page = debtor.get(reverse("portal:home")).content.decode()
    owed = debt.statement(in_court.matter, in_court.on).total
    for said in (str(owed), "17.50元", "1,400.00元", "（2026）粤0117民初100号货款", "020-87920000"):
        assert said in page
    assert "还有10天" in page


def test_a_unit_creditor_with_its_code_reads_its_claim(in_court: Walk) -> None:
    walk = in_court
    creditor = Party.objects.get(pk=walk.party("creditor"))
    creditor.identifier = "91440199MA5D0017A1"
    creditor.save(update_fields=["identifier"])
    clerk = walk.staff[Role.TRIAL_CLERK]
    issued = links.issue(party=party(walk, "creditor"), actor=clerk, at=walk.at)
    page = enter(issued, "0017a1").get(reverse("portal:home")).content.decode()
    assert "这是你的债权" in page
    assert DEBTOR_PLACES not in page


def test_only_the_query_and_the_court_side_read_the_record() -> None:
    portal = Path(duly.portal.__file__).parent
    reads = {"duly.registry.models", "duly.procedure", "duly.ledger", "duly.documents.models"}
    court_side = ("query/", "office/", "migrations/", "ferry/court.py", "receiving.py", "links.py")
    names = {path: str(path.relative_to(portal)) for path in portal.rglob("*.py")}
    guilty = [
        name
        for path, name in names.items()
        if not name.startswith(
            (*court_side, "reading.py", "following.py", "telephone.py", "enclosing.py", "apps.py")
        )
        and any(f"from {module}" in path.read_text(encoding="utf-8") for module in reads)
    ]
    assert guilty == []
