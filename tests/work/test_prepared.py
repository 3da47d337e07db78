"""Prepared: SQL that is written once brings the same rows as the question it was written from."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext

from duly.work.prepared import Prepared

pytestmark = pytest.mark.django_db


@pytest.fixture
def groups() -> list[Group]:
    return [Group.objects.create(name=name) for name in ("甲", "乙", "丙")]


def named(keys):
    return Group.objects.exclude(name="丙").filter(pk__in=keys, name__gt="").order_by("-pk")


def test_the_rows_are_those_of_the_question_for_any_number_of_keys(groups: list[Group]):
    ask = Prepared(named)
    keys = [one.pk for one in groups]
    for count in (0, 1, 2, 3, 2, 3):
        assert ask(*keys[:count]) == list(named(keys[:count]))


def test_each_asking_reads_the_record_anew(groups: list[Group]):
    ask = Prepared(named)
    key = groups[0].pk
    assert [one.name for one in ask(key)] == ["甲"]
    Group.objects.filter(pk=key).update(name="甲二")
    with CaptureQueriesContext(connection) as asked:
        assert [one.name for one in ask(key)] == ["甲二"]
    assert len(asked) == 1
    Group.objects.filter(pk=key).delete()
    assert ask(key) == []


def test_keys_that_do_not_stand_together_are_refused():
    ask = Prepared(lambda keys: Group.objects.filter(pk__in=keys).exclude(pk__in=keys))
    with pytest.raises(ValueError, match="do not stand together"):
        ask(1, 2)
