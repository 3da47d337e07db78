"""What pages ask: why not, who may see, how to find, what is due; within a bound of queries."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from duly.law.mechanism import MECHANISMS
from duly.law.terms import Role
from duly.ledger.book import Record
from duly.procedure import queries
from duly.procedure.facts import debt
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.walks import CLERK, FILING, JUDGE, PRESIDENT

BOARD_QUERIES = 110
# Two of them ask for what a post decides in place: a change of account, in any division.
TODAY_QUERIES = 15


def test_every_step_that_is_not_permitted_says_why(walk: Walk):
    walks.to_warned(walk)
    for role in Role:
        for course in queries.board(walk.matter, walk.staff[role], walk.at):
            for view in course.steps:
                assert view.permitted is not bool(view.reasons)
                assert all(reason.strip() for reason in view.reasons)


def test_the_board_stands_in_the_order_of_the_stages(walk: Walk):
    walks.to_warned(walk)
    shown = [one.mechanism.name for one in queries.board(walk.matter, walk.staff[JUDGE], walk.at)]
    order = list(MECHANISMS)
    assert shown == sorted(shown, key=order.index)
    assert {"record", "post_judgment", "pre_enforcement", "enforcement"} <= set(shown)


def test_the_track_tells_behind_here_and_ahead(walk: Walk):
    walks.to_running(walk)
    board = queries.board(walk.matter, walk.staff[CLERK], walk.at)
    (course,) = (one for one in board if one.mechanism.name == "post_judgment")
    assert [mark.mark for mark in course.track] == ["done", "done", "done", "here", "ahead"]


def test_the_one_primary_action_is_the_first_permitted_on_the_usual_way(walk: Walk):
    board = queries.board(walk.matter, walk.staff[CLERK], walk.at)
    (course,) = (one for one in board if one.mechanism.name == "post_judgment")
    assert course.next_step is not None
    assert course.next_step.step.name == "confirm_account"
    assert not course.is_closed


def test_the_reasons_cite_the_clause_and_the_way_out(walk: Walk):
    view = queries.step_view(
        walk.course("post_judgment"), "receive_application", walk.staff[FILING], walk.at
    )
    assert view.reasons == (
        "履行期届满日尚未查明（《广州市从化区人民法院全面督促自动履行工作机制》一（三））"
        "——查明生效日和履行期",
    )


@pytest.mark.parametrize(
    "text",
    [
        "（2026）粤0117民初100号",
        "(2026)粤0117民初100号",
        " （2026）粤0117民初100号 ",
        "粤0117民初100号",
        "陈示例",
        "喆淼商贸",
        "440199199003070013",
        "+86 138 0000 0002",
        "13800000002",
        "",
    ],
)
def test_a_matter_is_found_by_every_notation(walk: Walk, text: str):
    other = {"number": "（2026）粤0117民初1001号", "creditor_name": "另一公司"}
    if text:
        walk.register(
            **other, debtor_identifier="", debtor_phone="13800000077", debtor_name="周另案"
        )
    found = queries.find_matters(walk.staff[JUDGE], walk.on, text)
    assert [matter.names for matter in found] == ["喆淼商贸有限公司 陈示例"]


@pytest.mark.parametrize(
    "text",
    [
        "（2026）粤0117民初10号",
        "4401991990030700",
        "1380000000",
        "张三",
        "\x00",
        "\ud800",
        "%",
        "_",
    ],
)
def test_what_fits_nothing_finds_nothing(walk: Walk, text: str):
    assert not queries.find_matters(walk.staff[JUDGE], walk.on, text).exists()


def test_numbers_of_every_stage_find_the_one_matter(walk: Walk):
    walks.to_enforcement(walk)
    for text in ("（2026）粤0117执前调1号", "(2026)粤0117执1号"):
        assert queries.find_matters(walk.staff[JUDGE], walk.on, text).get() == walk.matter


def test_a_mediator_sees_only_what_is_assigned_to_him(walk: Walk):
    mediator = walk.staff[Role.MEDIATOR]
    assert not queries.visible_matters(mediator, walk.on).exists()
    walks.to_urging(walk)
    assert queries.visible_matters(mediator, walk.on).get() == walk.matter
    assert not queries.find_matters(mediator, walk.on, "李保证").exists()


def test_the_day_shows_what_waits_for_whom(walk: Walk):
    walks.to_proposed(walk)
    president = queries.today(walk.staff[PRESIDENT], walk.at).waiting_for_me
    assert [(row.what, row.who) for row in president] == [
        ("签发纳入失信决定书、限制消费令", "陈示例")
    ]
    assert not queries.today(walk.staff[Role.MEDIATOR], walk.at).waiting_for_me


def test_the_day_counts_what_is_overdue_due_and_coming(walk: Walk):
    walks.to_urging(walk)
    mediator = walk.staff[Role.MEDIATOR]
    for day, expected in (
        (date(2026, 5, 6), (0, 0, 1)),
        (date(2026, 5, 7), (0, 1, 0)),
        (date(2026, 5, 8), (1, 0, 0)),
    ):
        walk.on = day
        view = queries.today(mediator, walk.at)
        assert (len(view.overdue), len(view.due), len(view.coming)) == expected


def test_the_board_and_the_day_stay_within_their_queries(walk: Walk):
    walks.to_published(walk)
    walks.pay_all(walk)
    with CaptureQueriesContext(connection) as board:
        queries.board(walk.matter, walk.staff[JUDGE], walk.at)
    with CaptureQueriesContext(connection) as today:
        queries.today(walk.staff[JUDGE], walk.at)
    assert len(board) <= BOARD_QUERIES
    assert len(today) <= TODAY_QUERIES


def test_the_day_takes_no_more_queries_for_more_matters(walk: Walk):
    with CaptureQueriesContext(connection) as one:
        queries.today(walk.staff[CLERK], walk.at)
    for serial in range(101, 106):
        walk.register(number=f"（2026）粤0117民初{serial}号", debtor_name="陈示例")
    with CaptureQueriesContext(connection) as six:
        queries.today(walk.staff[CLERK], walk.at)
    assert len(six) == len(one)


def test_a_statement_is_reckoned_once_for_a_page(walk: Walk, monkeypatch: pytest.MonkeyPatch):
    walks.to_warned(walk)
    asked: list[date] = []
    real = debt.ledger.reckon

    def counted(record: Record, on: date, *rest: object) -> object:
        asked.append(on)
        return real(record, on, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(debt.ledger, "reckon", counted)
    queries.board(walk.matter, walk.staff[JUDGE], walk.at)
    assert len(asked) == 1
    debt.statement(walk.matter, walk.on)
    debt.statement(walk.matter, walk.on)
    assert len(asked) == 3, "outside of one reading every question is asked anew"


def test_a_form_proposes_sensible_first_answers(walk: Walk):
    step = MECHANISMS["record"].step("record_contact")
    fields = {one.ask.name: one for one in queries.fields(walk.course("record"), step, walk.at)}
    assert fields["on"].initial == "2026-03-03"
    assert fields["party"].initial == walk.party("debtor")
    assert ("call", "电话") in fields["channel"].options


def test_a_preview_keeps_nothing(walk: Walk):
    walks.to_proposed(walk)
    course = walk.course("defaulter_warning")
    step = MECHANISMS["defaulter_warning"].step("approve_listing")
    before = walk.matter.papers.count()
    drawn = queries.preview(course, step, {}, walk.staff[PRESIDENT], walk.at)
    assert {one.template.id for one in drawn.values()} == {
        "defaulter-decision",
        "consumption-order",
    }
    assert walk.matter.papers.count() == before


def test_the_timeline_tells_who_did_what_newest_first(walk: Walk):
    walks.to_running(walk)
    events = queries.timeline(walk.matter)
    assert (events[0].what, events[0].actor, events[0].post) == (
        "确认生效、起算履行期",
        "职员甲",
        "业务庭书记员",
    )
    assert ("户名", "喆淼商贸有限公司") in events[-1].answers
    assert [paper.title for paper in events[-1].papers] == ["收款账户确认书"]
    assert events[-1].proofs == (("材料", "庭审笔录第5页"),)
    assert [one.served.title if one.served else "" for one in events[1:4]] == [
        "",
        "",
        "自动履行告知书",
    ]
    assert events[3].proofs == (("送达凭证", "送达回证"),)


def test_a_single_step_for_which_nothing_calls_is_not_permitted_and_says_so(walk: Walk):
    walks.to_running(walk)
    view = queries.step_view(
        walk.course("post_judgment"), "confirm_account_change", walk.staff[CLERK], walk.at
    )
    assert view.reasons == ("本案没有需要“复核账户变更”的事项",)
