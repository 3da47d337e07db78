"""The list of matters: found by what a clerk has at hand, in a bounded number of queries."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from duly.desk.views.matters import PAGE
from duly.law.terms import Role
from tests.desk.conftest import As
from tests.procedure import walks
from tests.procedure.conftest import MONEY_MATTER, Walk

URL = reverse("desk:matters")
# What a page costs whatever the size of the court, and what each row adds for its figures.
FIXED, A_ROW = 14, 8


def names(client: Client, **query: str) -> list[str]:
    return [row.matter.names for row in client.get(URL, query).context["rows"]]


@pytest.fixture
def two(walk: Walk) -> tuple[Walk, Walk]:
    other = Walk(walk.court, walk.staff, walk.on).register(
        number="（2026）粤0117民初2345号",
        creditor_name="从化荔乡农业有限公司",
        debtor_name="欧阳龘",
        debtor_identifier="",
        debtor_phone="13800000099",
    )
    return walk, other


@pytest.mark.parametrize(
    "text",
    [
        "（2026）粤0117民初100号",
        "(2026)粤0117民初100号",
        "粤0117民初100",
        "陈示",
        "喆淼",
        MONEY_MATTER["debtor_identifier"],
        MONEY_MATTER["debtor_phone"],
    ],
)
def test_a_matter_is_found_by_number_name_identifier_or_phone(
    two: tuple[Walk, Walk], as_role: As, text: str
) -> None:
    assert names(as_role(Role.TRIAL_CLERK), q=text) == ["喆淼商贸有限公司 陈示例"]


@pytest.mark.parametrize("text", ["44019919900307", "1380000", "不存在的人", "%", "_"])
def test_a_part_of_a_secret_number_finds_nothing(
    two: tuple[Walk, Walk], as_role: As, text: str
) -> None:
    assert names(as_role(Role.TRIAL_CLERK), q=text) == []


def test_matters_are_filtered_by_stage_and_state(two: tuple[Walk, Walk], as_role: As) -> None:
    walks.to_urging(two[0])
    client = as_role(Role.FILING_CLERK)
    assert names(client, state="pre_enforcement") == ["喆淼商贸有限公司 陈示例"]
    assert names(client, state="pre_enforcement.urging") == ["喆淼商贸有限公司 陈示例"]
    assert names(client, state="pre_enforcement.registered") == []
    assert names(client, state="post_judgment") == ["从化荔乡农业有限公司 欧阳龘"]
    assert len(names(client, state="nonsense")) == 2


def test_a_mediator_finds_only_his_own(two: tuple[Walk, Walk], as_role: As) -> None:
    walks.to_urging(two[0])
    client = as_role(Role.MEDIATOR)
    assert names(client) == ["喆淼商贸有限公司 陈示例"]
    assert names(client, q="欧阳") == []
    assert names(client, q="13800000099") == []


def test_pages_follow_one_another_without_gap(walk: Walk, as_role: As) -> None:
    for serial in range(PAGE + 4):
        Walk(walk.court, walk.staff, walk.on).register(number=f"（2026）粤0117民初{200 + serial}号")
    client = as_role(Role.TRIAL_CLERK)
    first = client.get(URL)
    following = client.get(URL, {"before": first.context["following"]})
    seen = [row.matter.pk for page in (first, following) for row in page.context["rows"]]
    assert len(first.context["rows"]) == PAGE
    assert seen == sorted(seen, reverse=True)
    assert len(set(seen)) == PAGE + 5
    assert following.context["following"] is None


@pytest.mark.parametrize("before", ["x", "-1", "９", "9" * 400, "1;drop"])
def test_a_forged_page_key_is_no_error(walk: Walk, as_role: As, before: str) -> None:
    assert as_role(Role.TRIAL_CLERK).get(URL, {"before": before}).status_code == 200


def test_the_list_asks_a_bounded_number_of_questions(
    walk: Walk, as_role: As, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for serial in range(PAGE + 4):
        Walk(walk.court, walk.staff, walk.on).register(number=f"（2026）粤0117民初{200 + serial}号")
    client = as_role(Role.TRIAL_CLERK)
    with django_assert_max_num_queries(FIXED + A_ROW * PAGE):
        client.get(URL)
