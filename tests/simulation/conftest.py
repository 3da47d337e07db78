"""The demo court, small or full, loaded once for a module and undone after it."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from duly.simulation.matters import Loaded, load_demo_court
from tests.procedure.conftest import print_plainly

ON = date(2026, 11, 24)


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Loaded]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield load_demo_court(on=ON, size="small")
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def full_demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Loaded]:
    with django_db_blocker.unblock(), transaction.atomic():
        with pytest.MonkeyPatch.context() as patch:
            print_plainly(patch)
            loaded = load_demo_court(on=ON)
        yield loaded
        transaction.set_rollback(True)
