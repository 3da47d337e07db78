"""失信规定 9–12 and 限制消费规定 8: a listing in force is corrected, deleted, left for one act."""

from datetime import date, timedelta

import pytest

from duly.law.terms import MeasureKind, Role
from duly.procedure import standing
from duly.procedure.models import Course, Deadline, Measure, Permit
from duly.procedure.refusal import Refused
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.test_commitment import list_on_ability
from tests.procedure.walks import JUDGE, PRESIDENT

CLERK = Role.ENFORCEMENT_CLERK
LISTING, CONSUMPTION = MeasureKind.DEFAULTER_LISTING, MeasureKind.CONSUMPTION_RESTRICTION
NOTICE = MeasureKind.CREDIT_NOTICE


@pytest.fixture
def listed(walk: Walk) -> Walk:
    walks.to_published(walk)
    walk.on = date(2026, 6, 22)
    return walk


def seek(walk: Walk, correction: str) -> Course:
    course = walk.course("listing")
    walk.take_on(
        course,
        "seek_correction",
        CLERK,
        correction=correction,
        applied_on="2026-06-19",
        evidence="纠正申请书",
    )
    return course


def release_of(walk: Walk, kind: MeasureKind) -> Course:
    return Course.objects.get(
        matter=walk.matter, mechanism="release", measure__kind=kind.value, closed_at=None
    )


def release_listing(walk: Walk) -> str:
    course = release_of(walk, LISTING)
    walk.take_on(course, "propose_deletion", JUDGE, reasons="依决定删除")
    (paper,) = walk.take_on(course, "sign_deletion", PRESIDENT).papers
    walk.take_on(course, "finish", JUDGE, done_on=walk.on.isoformat(), evidence="名单库删除回执")
    return str(paper.text)


def owed(walk: Walk) -> set[str]:
    courses = Course.objects.filter(matter=walk.matter, mechanism="release", closed_at=None)
    return set(courses.values_list("measure__kind", flat=True))


def test_article_12_a_wrong_listing_is_withdrawn_with_all_that_hung_on_it(listed: Walk):
    course = seek(listed, "wrongly_listed")
    review = Deadline.objects.get(course=course, name="correction")
    assert (review.start_date, review.last_date) == (date(2026, 6, 19), date(2026, 7, 6))

    listed.take_on(course, "uphold_correction", JUDGE, reasons="报告令没有送达本人")
    assert owed(listed) == {LISTING.value, NOTICE.value, CONSUMPTION.value}
    limit = release_of(listed, LISTING).deadlines.get(name="release")
    assert limit.last_date == date(2026, 6, 25)
    text = release_listing(listed)
    assert "第九条" in text
    assert "不应纳入" in text
    course.refresh_from_db()
    assert course.state == "ended"
    assert owed(listed) == {NOTICE.value, CONSUMPTION.value}
    assert Course.objects.filter(mechanism="defaulter_warning", closed_at=None).exists()


def test_a_president_cannot_keep_what_was_decided_to_be_deleted(listed: Walk):
    course = listed.course("listing")
    listed.take_on(course, "find_wrong", JUDGE, reasons="被执行人已申请破产")
    steps = {view.step.name for view in _steps(listed, release_of(listed, LISTING), PRESIDENT)}
    assert "keep_listed" not in steps


def _steps(walk: Walk, course: Course, role: Role):
    from duly.procedure import queries

    board = queries.board(walk.matter, walk.staff[role], walk.at)
    return next(one.steps for one in board if one.course == course)


def test_inaccurate_information_is_rectified_in_three_working_days(listed: Walk):
    course = seek(listed, "inaccurate")
    listed.take_on(course, "uphold_inaccurate", JUDGE, reasons="证件号码登记有误")
    limit = Deadline.objects.get(course=course, name="rectification")
    assert limit.last_date == date(2026, 6, 25)
    listed.take_on(
        course, "rectify", CLERK, done_on=listed.on.isoformat(), evidence="名单库更正回执"
    )
    course.refresh_from_db()
    assert course.state == "listed"
    assert owed(listed) == set()


def test_a_dismissal_has_ten_days_and_the_court_above_fifteen(listed: Walk):
    course = seek(listed, "to_be_deleted")
    listed.take_on(course, "dismiss_correction", JUDGE, reasons="债务没有履行")
    listed.take_on(course, "serve_dismissal", CLERK, served_on="2026-06-22", evidence="送达回证")
    ten = Deadline.objects.get(course=course, name="reconsideration")
    assert ten.last_date == date(2026, 7, 2)
    with pytest.raises(Refused, match="复议期限至2026年7月2日"):
        listed.take_on(course, "let_stand", JUDGE)
    listed.on = date(2026, 7, 3)
    with pytest.raises(Refused, match="复议期限已于"):
        listed.take_on(
            course,
            "seek_reconsideration",
            CLERK,
            sought_on="2026-07-03",
            received_on="2026-07-03",
            evidence="复议申请书",
        )
    listed.take_on(
        course,
        "seek_reconsideration",
        CLERK,
        sought_on="2026-07-02",
        received_on="2026-07-03",
        evidence="复议申请书",
    )
    above = Deadline.objects.get(course=course, name="upper_court")
    assert above.last_date == date(2026, 7, 20)
    assert Measure.objects.get(kind=LISTING.value).released_date is None
    listed.take_on(
        course, "upper_court_overturned", JUDGE, reasons="撤销驳回决定", evidence="复议决定书"
    )
    assert LISTING.value in owed(listed)


def test_article_10_does_not_reach_a_listing_with_a_term(listed: Walk):
    course = listed.course("listing")
    with pytest.raises(Refused, match="不适用第十条第一款"):
        listed.take_on(
            course,
            "decide_deletion",
            JUDGE,
            ground="3",
            reasons="申请执行人书面申请删除",
            evidence="申请书",
        )
    listed.take_on(
        course, "decide_early_deletion", JUDGE, reasons="主动补报财产", evidence="申报表"
    )
    assert "第二条第二款" in release_listing(listed)


def test_a_term_that_has_run_out_is_deleted(listed: Walk):
    course = listed.course("listing")
    expires = Measure.objects.get(kind=LISTING.value).expires_date
    watched = Deadline.objects.get(course=course, name="listed_until")
    assert watched.last_date == expires
    listed.on = expires
    with pytest.raises(Refused, match="纳入期限至"):
        listed.take_on(course, "term_over", JUDGE)
    listed.on = expires + timedelta(days=1)
    listed.take_on(course, "term_over", JUDGE)
    watched.refresh_from_db()
    assert watched.stopped_at is not None
    assert LISTING.value in owed(listed)


def test_after_a_deletion_on_consent_the_applicant_waits_six_months(walk: Walk):
    list_on_ability(walk)
    walk.on = date(2026, 6, 25)
    walk.take(
        "listing",
        "decide_deletion",
        JUDGE,
        ground="3",
        reasons="申请执行人书面申请删除，审查同意",
        evidence="申请书，第40页",
    )
    assert CONSUMPTION.value not in owed(walk)
    assert "第十条第一款第三项" in release_listing(walk)

    warning = walk.course("defaulter_warning")
    assert warning.closed_at is None
    walk.on = date(2026, 12, 25)
    asked = {"requested_on": "2026-12-25", "evidence": "申请书"}
    with pytest.raises(Refused, match="不予支持"):
        walk.take_on(warning, "request_listing", JUDGE, **asked)
    walk.on = date(2026, 12, 26)
    walk.take_on(warning, "request_listing", JUDGE, **asked)
    assert Deadline.objects.filter(course=warning, name="listing_request").exists()


@pytest.mark.parametrize("limb", "四五六七")
def test_article_10_each_ground_deletes_a_listing_without_term(walk: Walk, limb: str):
    list_on_ability(walk)
    walk.on = date(2026, 6, 25)
    ground = str("一二三四五六七".index(limb) + 1)
    walk.take(
        "listing",
        "decide_deletion",
        JUDGE,
        ground=ground,
        reasons="经审查具备该项情形",
        evidence="裁定书、查控结果",
    )
    limit = release_of(walk, LISTING).deadlines.get(name="release")
    assert limit.last_date == date(2026, 6, 30)
    assert f"第十条第一款第{limb}项" in release_listing(walk)


def test_article_10_a_settlement_performed_deletes_in_three_working_days(walk: Walk):
    list_on_ability(walk)
    walk.take(
        "enforcement",
        "record_settlement",
        JUDGE,
        reached_on=walk.on.isoformat(),
        content="一次付八万元，其余放弃",
        ends_on="2026-06-25",
        evidence="执行卷第20页",
    )
    walk.on = date(2026, 6, 25)
    assert LISTING.value not in owed(walk)
    walk.take("enforcement", "end_settlement", JUDGE, performed="yes", reasons="已到账")
    limit = release_of(walk, LISTING).deadlines.get(name="release")
    assert limit.last_date == date(2026, 6, 30)
    text = release_listing(walk)
    assert "第十条第一款第二项" in text
    assert "履行完毕执行和解协议确定的义务" in text


def test_article_10_3_whoever_was_deleted_may_be_listed_again(walk: Walk):
    list_on_ability(walk)
    walk.on = date(2026, 6, 25)
    told = {"ground": "4", "reasons": "两次查控未发现财产", "evidence": "查控结果"}
    walk.take("listing", "decide_deletion", JUDGE, **told)
    release_listing(walk)

    walk.take("defaulter_warning", "issue_warning", JUDGE, last_day="2026-07-10")
    walk.serve_paper("defaulter-warning", JUDGE)
    walk.on = date(2026, 7, 13)
    walks.propose(walk)
    walk.take("defaulter_warning", "approve_listing", PRESIDENT)
    walk.take("defaulter_warning", "publish", JUDGE, evidence="名单库流水号440199002")
    again = Measure.objects.filter(kind=LISTING.value)
    assert [one.released_date is None for one in again.order_by("pk")] == [False, True]


def test_article_8_one_act_of_consumption_is_permitted_and_the_order_stands(listed: Walk):
    course = listed.course("permit")
    told = {
        "applied_on": "2026-06-22",
        "need": "前往北京参加项目投标",
        "what": "乘坐飞机由广州前往北京",
        "permit_from": "2026-06-25",
        "evidence": "申请书、招标文件",
    }
    with pytest.raises(Refused, match="止日早于起日"):
        listed.take_on(course, "propose_permit", JUDGE, permit_until="2026-06-24", **told)
    listed.take_on(course, "propose_permit", JUDGE, permit_until="2026-06-26", **told)
    (paper,) = listed.take_on(course, "grant_permit", PRESIDENT).papers
    permit = Permit.objects.get(measure__kind=CONSUMPTION.value)
    assert (permit.paper, permit.from_date) == (paper, date(2026, 6, 25))
    assert "以一次为限" in paper.text
    assert Measure.objects.get(kind=CONSUMPTION.value).released_date is None
    course.refresh_from_db()
    assert course.state == "open"


def test_article_12_a_dismissal_is_a_paper_that_tells_of_reconsideration(listed: Walk):
    course = seek(listed, "inaccurate")
    (paper,) = listed.take_on(
        course, "dismiss_correction", JUDGE, reasons="公布的信息与记录一致"
    ).papers
    assert "于2026年6月19日收到申请" in paper.text
    assert "第十二条的规定，决定如下：\n驳回被执行人陈示例的纠正申请。" in paper.text
    assert "十日内向上一级人民法院申请复议" in paper.text


@pytest.mark.parametrize(
    ("why", "step", "done"),
    [
        ("wrongly_listed", "uphold_correction", "撤销"),
        ("to_be_deleted", "uphold_correction", "删除"),
        ("inaccurate", "uphold_inaccurate", "更正"),
    ],
)
def test_article_12_what_is_put_right_is_told_on_paper(
    listed: Walk, why: str, step: str, done: str
):
    (paper,) = listed.take_on(seek(listed, why), step, JUDGE, reasons="申请成立").papers
    assert f"申请成立，于三个工作日内{done}被执行人陈示例的失信信息。" in paper.text
    assert "复议" not in paper.text


def test_permits_stay_open_while_another_restriction_stands(listed: Walk):
    first = Measure.objects.get(kind=CONSUMPTION.value)
    again = Measure.objects.create(
        matter=first.matter,
        party=first.party,
        kind=first.kind,
        imposed_date=listed.on,
        evidence="恢复的限制消费令",
    )
    course = listed.course("permit")
    for measure, state in ((first, "open"), (again, "ended")):
        measure.released_date, measure.release_evidence = listed.on, "回执"
        measure.save()
        standing.end(measure, at=listed.at)
        course.refresh_from_db()
        assert course.state == state
