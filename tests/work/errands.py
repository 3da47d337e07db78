"""Parts of a round and jobs that the tests hand to the worker."""

from datetime import date, datetime

from django.contrib.auth import get_user_model
from django_tasks import task


class Unlucky(RuntimeError):
    """What the failing part raises."""


def first(*, on: date, at: datetime) -> str:
    return f"first on {on}"


def failing(*, on: date, at: datetime) -> str:
    raise Unlucky("out of paper")


def last(*, on: date, at: datetime) -> str:
    return f"last at {at:%H:%M}"


@task()
def enrol(username: str) -> None:
    get_user_model().objects.create(username=username, full_name="临时工")


@task()
def stumble() -> None:
    raise Unlucky("out of ink")
