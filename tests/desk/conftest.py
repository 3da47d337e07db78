"""A browser without a screen, for each person of the court."""

from collections.abc import Callable, Mapping

import pytest
from django.test import Client

from duly.accounts.models import User
from duly.law.terms import Role
from duly.work import clock
from tests.procedure.conftest import Walk, court, laid, staff, walk

__all__ = ["court", "laid", "staff", "walk"]

As = Callable[[Role], Client]


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def as_role(staff: Mapping[Role, User]) -> As:
    return lambda role: client_of(staff[role])


@pytest.fixture
def at_the_walk(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """Let the court's clock show the day that the walk has come to."""
    monkeypatch.setattr(clock, "now", lambda: walk.at)
    return walk
