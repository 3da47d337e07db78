"""The list of matters: found by what a clerk has at hand, in a bounded number of queries."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from duly.desk.listing import Cell, Column
from duly.desk.templatetags.listing import in_table
from duly.desk.views.matters import PAGE
from duly.law.terms import Role
from duly.procedure.models import Course, Deadline
from duly.procedure.queries import lists
from duly.registry.models import Matter, Proceeding
from tests.desk.conftest import As
from tests.procedure import walks
from tests.procedure.conftest import MONEY_MATTER, Walk

URL = reverse("desk:matters")


def shown(client: Client, column: str) -> list[str]:
    rows = client.get(URL).context["rows"]
    return [cell.text for row in rows for cell in row.cells if cell.column == column]


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
        "2026民初100",
        "（２０２６）粤0117 民初 100 号",
        "〔2026〕粤0117民初100号",
        "民初100号",
        "100",
        "陈示",
        "喆淼",
        "商贸有限",
        "陈示例 喆淼",
        MONEY_MATTER["debtor_identifier"],
        MONEY_MATTER["debtor_phone"],
    ],
)
def test_a_matter_is_found_by_number_name_identifier_or_phone(
    two: tuple[Walk, Walk], as_role: As, text: str
) -> None:
    assert names(as_role(Role.TRIAL_CLERK), q=text) == ["喆淼商贸有限公司 陈示例"]


@pytest.mark.parametrize(
    "text", ["44019919900307", "1380000", "不存在的人", "%", "_", "2025民初100", "示陈", "陈"]
)
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


def test_the_lines_of_a_cell_are_set_apart_and_their_words_escaped() -> None:
    cell = Cell(Column.STANDING, (("在办<b>", "判后&督促"), ("逾期", "")))
    assert in_table(cell) == (
        '<td data-label="阶段和状态"><span>在办&lt;b&gt;'
        ' <span class="soft small nowrap">判后&amp;督促</span><br>逾期</span></td>'
    )


def test_a_stage_and_a_mechanism_beside_it_are_asked_for_together(
    two: tuple[Walk, Walk], as_role: As
) -> None:
    walks.to_enforcement(two[0])
    client = as_role(Role.ENFORCEMENT_JUDGE)
    found = ["喆淼商贸有限公司 陈示例"]
    assert names(client, mechanism="fine_warning") == found
    assert names(client, mechanism="fine_warning", state="enforcement.received") == []
    for state in ("enforcement", "fine_warning.open"):
        assert names(client, mechanism="fine_warning", state=state) == found
    assert names(client, mechanism="fine_warning", state="pre_enforcement") == []
    assert names(client, mechanism="referral", q="示例", focus="commercial") == found
    assert names(client, mechanism="referral", q="欧阳") == []
    assert len(names(client, mechanism="enforcement")) == 2


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
    following = client.get(URL, {"after": first.context["following"]})
    seen = [row.matter.pk for page in (first, following) for row in page.context["rows"]]
    assert len(first.context["rows"]) == PAGE
    assert seen == sorted(seen, reverse=True)
    assert len(set(seen)) == PAGE + 5
    assert following.context["following"] == ""


@pytest.mark.parametrize(
    "after", ["x", "-1", "９", "9" * 400, "1;drop", "2026-02-30.1", "2026-03-01"]
)
def test_a_forged_page_key_is_no_error(walk: Walk, as_role: As, after: str) -> None:
    client = as_role(Role.TRIAL_CLERK)
    for query in ({}, {"due": "week"}, {"state": "post_judgment"}):
        assert client.get(URL, {**query, "after": after}).status_code == 200


def ask(client: Client, **query: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        client.get(URL, query)
    return len(asked)


QUERIES: tuple[dict[str, str], ...] = (
    {},
    {"q": "商贸有限"},
    {"state": "post_judgment"},
    {"owner": "trial_clerk", "due": "month"},
    {"focus": "commercial", "band": "3"},
    {"mechanism": "certificate", "state": "post_judgment"},
    {"paper": "货款"},
)


def test_a_long_page_asks_as_many_questions_as_a_short_one(walk: Walk, as_role: As) -> None:
    client = as_role(Role.TRIAL_CLERK)
    ask(client)
    few = [ask(client, **query) for query in QUERIES]
    for serial in range(PAGE + 4):
        register(walk, number=f"（2026）粤0117民初{200 + serial}号")
    assert [ask(client, **query) for query in QUERIES] == few


def register(walk: Walk, **changes: str) -> Walk:
    return Walk(walk.court, walk.staff, walk.on).register(**changes)


# So many questions at most, the log-in's two among them.
MOST = {"list": 20, "matter": 56}


def test_the_list_and_the_matter_page_ask_few_questions(at_the_walk: Walk, as_role: As) -> None:
    walks.to_published(at_the_walk)
    client = as_role(Role.PRESIDENT)
    page = reverse("desk:matter", kwargs={"matter_id": at_the_walk.matter.pk})
    for name, address in (("list", URL), ("matter", page)):
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        assert len(asked) <= MOST[name]


@pytest.mark.parametrize("query", [{"focus": "other"}, {"due": "week", "focus": "other"}])
def test_a_page_ends_where_it_has_come_to_and_is_gone_on_from(
    at_the_walk: Walk, as_role: As, monkeypatch: pytest.MonkeyPatch, query: dict[str, str]
) -> None:
    monkeypatch.setattr(lists, "READ", 2)
    # The state's index is read off; the cause is looked up for each.
    query = {**query, "state": "post_judgment"}
    rare = {1, 6}
    for serial in range(8):
        focus = "other" if serial in rare else "commercial"
        register(at_the_walk, number=f"（2026）粤0117民初{200 + serial}号", focus=focus)
    for place, one in enumerate(Course.objects.filter(mechanism="post_judgment").order_by("pk")):
        Deadline.objects.create(
            course=one,
            matter=one.matter,
            name="performance",
            chinese="履行期",
            clause="二(一)1",
            owner="trial_clerk",
            start_date=at_the_walk.on,
            last_date=at_the_walk.on + timedelta(days=place % 3),
        )
    client = as_role(Role.TRIAL_CLERK)
    seen, after, short = [], "", 0
    for _ in range(9):
        page = client.get(URL, {**query, "after": after})
        seen += [row.matter.pk for row in page.context["rows"]]
        after = page.context["following"]
        said = "正在继续查找" in page.content.decode()
        assert said == bool(after and not page.context["rows"])
        short += said
        if not after:
            break
    wanted = Matter.objects.filter(focus="other")
    assert len(seen) == len(rare)
    assert set(seen) == set(wanted.values_list("pk", flat=True))
    assert short > 0
    assert not after


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"focus": "commercial"}, "陈示例"),
        ({"focus": "act"}, ""),
        ({"band": "3"}, "陈示例"),
        ({"band": "2"}, "欧阳龘"),
        ({"band": "3", "focus": "commercial", "q": "示例", "state": "post_judgment"}, "陈示例"),
        ({"band": "9"}, "both"),
    ],
)
def test_matters_are_filtered_by_cause_and_amount(
    walk: Walk, as_role: As, query: dict[str, str], found: str
) -> None:
    register(
        walk,
        number="（2026）粤0117民初2345号",
        debtor_name="欧阳龘",
        amount="99999.99",
        focus="other",
    )
    shown = " ".join(names(as_role(Role.TRIAL_CLERK), **query))
    assert [name in shown for name in ("陈示例", "欧阳龘")] == [
        found in ("both", name) for name in ("陈示例", "欧阳龘")
    ]


def test_a_list_by_time_limits_has_each_matter_once_at_its_first_limit(
    at_the_walk: Walk, as_role: As
) -> None:
    walks.to_running(at_the_walk)
    last = at_the_walk.matter.deadlines.get(name="performance").last_date
    client = as_role(Role.TRIAL_CLERK)
    assert len(names(client, owner="trial_clerk")) == 1
    at_the_walk.on = last
    assert len(names(client, due="today")) == 1
    assert names(client, due="overdue") == []
    at_the_walk.on = last + timedelta(days=1)
    assert names(client, due="today") == []
    assert len(names(client, due="overdue")) == 1
    assert names(client, due="overdue", owner="mediator") == []


def test_pages_by_time_limits_follow_one_another_without_gap(walk: Walk, as_role: As) -> None:
    for serial in range(PAGE + 4):
        register(walk, number=f"（2026）粤0117民初{200 + serial}号")
    course = Course.objects.filter(mechanism="post_judgment")
    for place, one in enumerate(course.order_by("-pk")):
        for name, days in (("first", place % 3), ("second", 9)):
            Deadline.objects.create(
                course=one,
                matter=one.matter,
                name=name,
                chinese=name,
                clause="二(一)1",
                owner="trial_clerk",
                start_date=walk.on,
                last_date=walk.on + timedelta(days=days),
            )
    client = as_role(Role.TRIAL_CLERK)
    first = client.get(URL, {"owner": "trial_clerk"})
    following = client.get(URL, {"owner": "trial_clerk", "after": first.context["following"]})
    seen = [row for page in (first, following) for row in page.context["rows"]]
    days = [row.matter.limits[0].last_date for row in seen]
    assert days == sorted(days)
    assert len({row.matter.pk for row in seen}) == len(seen) == PAGE + 5
    assert following.context["following"] == ""


def test_the_number_shown_is_that_of_the_proceeding_that_runs_not_an_objections(
    walk: Walk, as_role: As
) -> None:
    walks.to_urging(walk)
    assert shown(as_role(Role.FILING_CLERK), "number") == ["（2026）粤0117执前调1号"]
    Proceeding.objects.create(
        matter=walk.matter,
        court=walk.court,
        kind="objection",
        year=2026,
        code="执异",
        serial=1,
        number="（2026）粤0117执异1号",
        filed_date=walk.on,
    )
    assert shown(as_role(Role.FILING_CLERK), "number") == ["（2026）粤0117执前调1号"]
