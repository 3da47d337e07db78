"""Parties at the door of the portal: their links, and browsers that have come in."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.urls import reverse

from duly.law.terms import Role
from duly.outreach.suppliers.console import declare
from duly.portal import ferry, links
from duly.portal.links import Issued
from duly.portal.pages.asking import COOKIE
from duly.registry.models import Party
from tests.desk.conftest import as_role, at_the_walk
from tests.procedure import walks
from tests.procedure.conftest import Walk, court, laid, plain_papers, staff, walk

__all__ = ["as_role", "at_the_walk", "court", "laid", "plain_papers", "staff", "walk"]

DEBTOR_PLACES = "070013"
CREDITOR_PLACES = "0017A1"
Carry = Callable[[datetime], None]


def party(walk: Walk, side: str) -> Party:
    return Party.objects.select_related("matter__court").get(pk=int(walk.party(side)))


def creditor_with_code(walk: Walk) -> Party:
    """The creditor, with its credit code on record."""
    creditor = party(walk, "creditor")
    creditor.identifier = "91440199MA5D0017A1"
    creditor.save(update_fields=["identifier"])
    return creditor


@contextmanager
def crossing(folder: Path) -> Iterator[Carry]:
    """Let the portal stand alone; what is told crosses by ferry, both ways."""

    def cross(at: datetime) -> None:
        ferry.turn(at=at)
        with override_settings(DULY_PORTAL_ALONE=False):
            ferry.turn(at=at)
        ferry.turn(at=at)

    alone = {"DULY_PORTAL_ALONE": True, "ROOT_URLCONF": "config.urls_portal"}
    with override_settings(DULY_PORTAL_FERRY=str(folder), **alone):
        yield cross


@pytest.fixture(params=["with the court", "alone"])
def carry(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Carry]:
    """Stand with the court, where nothing needs carrying, or alone."""
    if request.param == "with the court":
        yield lambda at: None
        return
    with crossing(tmp_path / "ferry") as cross:
        yield cross


@pytest.fixture
def in_court(at_the_walk: Walk) -> Walk:
    """A matter whose time for performance runs."""
    walks.to_running(at_the_walk)
    return at_the_walk


@pytest.fixture
def link(in_court: Walk) -> Issued:
    """The debtor's link."""
    return links.issue(
        party=party(in_court, "debtor"), actor=in_court.staff[Role.TRIAL_CLERK], at=in_court.at
    )


@pytest.fixture
def debtor(link: Issued) -> Client:
    """The debtor's browser, come in by his link."""
    return enter(link, DEBTOR_PLACES)


@pytest.fixture
def gateway() -> Iterator[None]:
    """Text messages go to the log."""
    declare(settings.DULY_HOME)
    yield
    (settings.DULY_HOME / "outreach" / "suppliers.toml").unlink()


def enter(link: Issued, places: str) -> Client:
    """Return a browser that came in by a link and the last places of a number."""
    client = Client()
    answer = client.post(reverse("portal:door", args=[link.token]), {"places": places})
    assert answer.status_code == 302
    assert COOKIE in client.cookies
    assert settings.SESSION_COOKIE_NAME not in client.cookies
    return client
