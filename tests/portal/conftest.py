"""Parties at the door of the portal: their links, and browsers that have come in."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from duly.law.terms import Role
from duly.portal import links
from duly.portal.links import Issued
from duly.portal.pages.asking import COOKIE
from duly.registry.models import Party
from tests.desk.conftest import as_role, at_the_walk
from tests.procedure import walks
from tests.procedure.conftest import Walk, court, laid, plain_papers, staff, walk

__all__ = ["as_role", "at_the_walk", "court", "laid", "plain_papers", "staff", "walk"]

DEBTOR_PLACES = "070013"


def party(walk: Walk, side: str) -> Party:
    return Party.objects.select_related("matter__court").get(pk=int(walk.party(side)))


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


def enter(link: Issued, places: str) -> Client:
    """Return a browser that came in by a link and the last places of a number."""
    client = Client()
    answer = client.post(reverse("portal:door", args=[link.token]), {"places": places})
    assert answer.status_code == 302
    assert COOKIE in client.cookies
    assert settings.SESSION_COOKIE_NAME not in client.cookies
    return client
