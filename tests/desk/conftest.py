"""A browser without a screen, for each person of the court."""

from collections.abc import Callable, Mapping

import pytest
from django.test import Client

from duly.accounts.models import User
from duly.law.terms import Role
from tests.procedure.conftest import Walk, court, staff, walk

__all__ = ["court", "staff", "walk"]

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
    """Let the desk's clock show the day that the walk has come to."""
    from duly.desk import reader

    for module in _views():
        if hasattr(module, "now"):
            monkeypatch.setattr(module, "now", lambda: walk.at)
        if hasattr(module, "today") and not module.__name__.endswith("views.today"):
            monkeypatch.setattr(module, "today", lambda: walk.on)
    monkeypatch.setattr(reader, "now", lambda: walk.at)
    monkeypatch.setattr(reader, "today", lambda: walk.on)
    return walk


def _views() -> list[object]:
    from duly.desk.views import matter, matters, paper, registration, step, supervision, today

    return [matter, matters, paper, registration, step, supervision, today]
