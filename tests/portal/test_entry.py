"""P21: a link opens one person's page of one matter, with a second factor, and is never guessed."""

from datetime import timedelta
from random import Random

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from duly.journal.models import Entry
from duly.law.terms import Role
from duly.portal import links, tokens
from duly.portal.links import Issued, LinkRefused
from duly.portal.models import Guess, Link, Visit
from duly.portal.pages.asking import COOKIE
from tests.desk.conftest import As, client_of
from tests.portal.conftest import DEBTOR_PLACES, enter, party
from tests.procedure.conftest import Walk


def door(token: str) -> str:
    return reverse("portal:door", args=[token])


def test_a_token_has_256_bits_and_only_its_hash_is_kept(link: Issued) -> None:
    assert len(link.token) >= 43
    kept = Link.objects.filter(pk=link.link.pk).values().get()
    assert link.token not in str(kept)
    assert DEBTOR_PLACES not in str(kept)
    assert kept["token_sha256"] == tokens.sha256(link.token)


def test_issuing_is_on_record_and_names_no_token(link: Issued, in_court: Walk) -> None:
    entry = Entry.objects.order_by("-seq")[0]
    assert (entry.act, entry.matter_id) == ("portal.issue_link", in_court.matter.pk)
    assert link.token not in str(entry.__dict__)


@pytest.mark.parametrize("method", ["get", "head"])
def test_a_preview_robot_sees_nothing_and_uses_nothing_up(link: Issued, method: str) -> None:
    for _ in range(3):
        answer = getattr(Client(), method)(door(link.token))
        assert answer.status_code == 200
        assert "陈示例" not in answer.content.decode()
    assert not Visit.objects.exists()
    assert not Guess.objects.exists()
    enter(link, DEBTOR_PLACES)


def test_the_link_with_the_second_factor_opens_the_page(link: Issued) -> None:
    page = enter(link, DEBTOR_PLACES).get(reverse("portal:home")).content.decode()
    assert "陈示例" in page


def test_the_cookie_is_kept_from_scripts_and_from_the_desk(link: Issued) -> None:
    cookie = enter(link, DEBTOR_PLACES).cookies[COOKIE]
    assert cookie["httponly"]
    assert (cookie["path"], cookie["samesite"]) == ("/p/", "Strict")


def test_a_visit_is_no_log_in_and_a_log_in_no_visit(link: Issued, as_role: As) -> None:
    inside = enter(link, DEBTOR_PLACES)
    assert inside.get(reverse("desk:today")).status_code == 302
    staff = as_role(Role.PRESIDENT)
    assert "陈示例" not in staff.get(reverse("portal:home")).content.decode()


def test_five_wrong_answers_lock_this_link_from_this_address_alone(
    link: Issued, in_court: Walk
) -> None:
    guesser = Client(REMOTE_ADDR="203.0.113.9")
    for places in ("000000", "111111", "222222", "333333", "070014"):
        assert guesser.post(door(link.token), {"places": places}).status_code == 422
    assert guesser.post(door(link.token), {"places": DEBTOR_PLACES}).status_code == 429
    assert not Visit.objects.exists()
    enter(link, DEBTOR_PLACES)
    in_court.on += timedelta(days=1)
    assert guesser.post(door(link.token), {"places": DEBTOR_PLACES}).status_code == 302


def test_a_thousand_addresses_get_fifteen_guesses_a_day_at_one_link(link: Issued) -> None:
    heard = 0
    for place in range(25):
        client = Client(REMOTE_ADDR=f"203.0.113.{place}")
        answer = client.post(door(link.token), {"places": f"{place:06d}"})
        heard += answer.status_code == 422
    assert heard == 15


def test_an_address_is_not_believed_to_be_another(link: Issued) -> None:
    for place in range(6):
        forwarded = Client(HTTP_X_FORWARDED_FOR=f"198.51.100.{place}")
        answer = forwarded.post(door(link.token), {"places": "000000"})
    assert answer.status_code == 429


def test_nothing_but_the_six_places_is_right(link: Issued) -> None:
    typed = ("", "07001", "0700133", "０７００１３", "' OR 1=1", "\x00" * 6)
    for place, places in enumerate(typed):
        client = Client(REMOTE_ADDR=f"203.0.113.{place}")
        assert client.post(door(link.token), {"places": places}).status_code == 422


def test_two_hundred_mutated_tokens_open_nothing(link: Issued) -> None:
    chance = Random(1)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    opened = 0
    for _ in range(200):
        place = chance.randrange(len(link.token))
        other = chance.choice(letters.replace(link.token[place], ""))
        guessed = link.token[:place] + other + link.token[place + 1 :]
        opened += links.find(guessed, link.link.issued_at) is not None
    assert opened == 0


def test_an_expired_or_revoked_link_opens_nothing_and_ends_its_visits(
    link: Issued, in_court: Walk
) -> None:
    inside = enter(link, DEBTOR_PLACES)
    clerk = in_court.staff[Role.TRIAL_CLERK]
    links.revoke(
        link_id=link.link.pk,
        party=party(in_court, "debtor"),
        because="当事人称文书遗失",
        actor=clerk,
        at=in_court.at,
    )
    assert "陈示例" not in inside.get(reverse("portal:home")).content.decode()
    assert Client().get(door(link.token)).status_code == 404
    other = links.issue(party=party(in_court, "debtor"), actor=clerk, at=in_court.at)
    in_court.on += links.LIFETIME + timedelta(days=1)
    assert Client().get(door(other.token)).status_code == 404


def test_a_visit_ends_when_nothing_is_asked_for_half_an_hour(
    link: Issued, in_court: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = enter(link, DEBTOR_PLACES)
    from duly.work import clock

    monkeypatch.setattr(clock, "now", lambda: in_court.at + timedelta(minutes=31))
    assert "陈示例" not in inside.get(reverse("portal:home")).content.decode()


def test_leaving_ends_the_visit(debtor: Client) -> None:
    cookie = debtor.cookies[COOKIE].value
    debtor.post(reverse("portal:leave"))
    again = Client()
    again.cookies[COOKIE] = cookie
    assert "陈示例" not in again.get(reverse("portal:home")).content.decode()


def test_no_link_without_an_id_number_or_a_post(in_court: Walk) -> None:
    with pytest.raises(LinkRefused, match="证件号码"):
        links.issue(
            party=party(in_court, "creditor"),
            actor=in_court.staff[Role.TRIAL_CLERK],
            at=in_court.at,
        )
    with pytest.raises(LinkRefused, match="办理本案的人员"):
        links.issue(
            party=party(in_court, "debtor"),
            actor=in_court.staff[Role.ADMINISTRATOR],
            at=in_court.at,
        )


def test_pages_are_never_kept_by_a_browser(debtor: Client) -> None:
    answer = debtor.get(reverse("portal:home"))
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "same-origin"


def test_staff_sessions_are_not_looked_for(link: Issued, in_court: Walk) -> None:
    staff = client_of(in_court.staff[Role.TRIAL_CLERK])
    staff.post(door(link.token), {"places": DEBTOR_PLACES})
    assert settings.SESSION_COOKIE_NAME in staff.cookies
    staff.post(reverse("portal:leave"))
    assert staff.get(reverse("desk:today")).status_code == 200
