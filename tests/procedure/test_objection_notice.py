"""三(四): every objector signs first; the same objection is never heard twice."""

from datetime import date, timedelta

import pytest

from duly.documents.queries import issued_of
from duly.law.terms import PartyRole, ProceedingKind, Role
from duly.procedure import queries
from duly.procedure.actions import Taken
from duly.procedure.models import Course, Measure, Objection
from duly.procedure.refusal import Refused, StepNotAllowed, Unanswered
from duly.registry.models import Service, TypeCode
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.walks import FILING, JUDGE

REVIEWER = Role.BUREAU_HEAD
CAR = "粤A·D0001小客车"


@pytest.fixture
def enforced(walk: Walk) -> Walk:
    TypeCode.objects.create(court=walk.court, kind=ProceedingKind.OBJECTION.value, code="执异")
    walks.to_enforcement(walk)
    return walk


def receive(walk: Walk, thing: str = CAR, **answers: str) -> Course:
    told = {"objection_kind": "thing", "object": thing, "grounds": "车辆属于本人所有", **answers}
    walk.take("record", "receive_objection", FILING, received_on=walk.on.isoformat(), **told)
    return walk.course("objection_notice")


def sign(walk: Walk, course: Course) -> None:
    walk.take_on(course, "issue_notice", FILING)
    walk.take_on(
        course,
        "record_signature",
        FILING,
        signed_on=walk.on.isoformat(),
        how="signed",
        evidence="异议卷第2页",
    )


def file(walk: Walk, course: Course) -> None:
    sign(walk, course)
    walk.take_on(course, "file", FILING)


def dismiss(walk: Walk, course: Course) -> Taken:
    return walk.take_on(
        course,
        "decide",
        REVIEWER,
        outcome="dismissed",
        reasons="没有证据证明所有权",
    )


def test_a_third_party_signs_the_notice_before_his_objection_is_filed(enforced: Walk):
    course = receive(enforced, name="王某某", kind="person")
    third = enforced.matter.parties.get(role=PartyRole.THIRD_PARTY)
    with pytest.raises(StepNotAllowed):
        enforced.take_on(course, "file", FILING)

    issued = enforced.take_on(course, "issue_notice", FILING)
    (paper,) = issued.papers
    assert paper.recipient == third
    assert "第一百一十四条" in paper.text
    assert "一百一十一条" not in paper.text
    with pytest.raises(StepNotAllowed):
        enforced.take_on(course, "file", FILING)

    enforced.take_on(
        course,
        "record_signature",
        FILING,
        signed_on=enforced.on.isoformat(),
        how="signed",
        evidence="异议卷第2页",
    )
    enforced.take_on(course, "file", FILING)
    course.refresh_from_db()
    assert course.proceeding.number == "（2026）粤0117执异1号"
    assert Service.objects.filter(paper_id=paper.pk, party=third).exists()


def test_the_clocks_run_from_the_day_of_receipt(enforced: Walk):
    received = enforced.on
    course = receive(enforced, name="王某某", kind="person")
    filing = course.deadlines.get(name="objection_filing")
    assert filing.start_date == received

    enforced.on = received + timedelta(days=1)
    file(enforced, course)
    assert course.deadlines.get(name="objection_filing").stopped_at is not None
    review = course.deadlines.get(name="objection_review")
    assert review.start_date == received
    assert review.last_date >= received + timedelta(days=15)


def test_the_same_objection_under_two_names_is_found_and_refused(enforced: Walk):
    first = receive(enforced, name="王某某", kind="person")
    file(enforced, first)
    dismiss(enforced, first)

    second = receive(enforced, "粤ad0001 小客车", name="李某某", kind="person")
    sign(enforced, second)
    view = queries.step_view(second, "refuse", enforced.staff[Role.FILING_HEAD], enforced.at)
    assert view.permitted
    (told,) = view.findings[0].grounds
    assert "王某某" in told.because
    assert "驳回异议" in told.because
    assert told.basis.article == "15"
    second.refresh_from_db()
    filing = queries.step_view(second, "file", enforced.staff[FILING], enforced.at)
    assert filing.permitted
    assert "不同异议人名义" in filing.findings[1].grounds[0].because

    enforced.take_on(
        second,
        "find_abuse",
        REVIEWER,
        act="2",
        reasons="李某某与王某某系夫妻，就同一车辆相继提出",
    )
    enforced.take_on(second, "refuse", Role.FILING_HEAD, reasons="与前一异议为同一异议")
    refused = Objection.objects.get(course=second)
    assert (refused.outcome, refused.ended_date) == ("refused", enforced.on)
    assert [abuse.act for abuse in refused.abuses.all()] == ["2"]


def test_the_same_person_cannot_be_heard_again_after_dismissal(enforced: Walk):
    first = receive(enforced, name="王某某", kind="person")
    file(enforced, first)
    dismiss(enforced, first)
    third = str(enforced.matter.parties.get(role=PartyRole.THIRD_PARTY).pk)

    again = receive(enforced, objector=third)
    sign(enforced, again)
    with pytest.raises(Refused, match="不予受理"):
        enforced.take_on(again, "file", FILING)


def test_a_first_objection_cannot_be_refused_as_a_repeat(enforced: Walk):
    course = receive(enforced, name="王某某", kind="person")
    with pytest.raises(Refused, match="没有已经撤回、驳回的同一异议"):
        enforced.take_on(course, "refuse", Role.FILING_HEAD, reasons="重复")


def test_a_debtor_objects_to_an_act_and_has_ten_days_for_reconsideration(enforced: Walk):
    course = receive(
        enforced,
        "冻结尾号0001账户",
        objector=enforced.party("debtor"),
        objection_kind="act",
    )
    file(enforced, course)
    dismiss(enforced, course)
    steps = {
        view.step.name
        for board in queries.board(enforced.matter, enforced.staff[REVIEWER], enforced.at)
        if board.course == course
        for view in board.steps
    }
    assert "serve_act_ruling" in steps
    assert "serve_thing_ruling" not in steps
    enforced.take_on(
        course,
        "serve_act_ruling",
        REVIEWER,
        served_on=enforced.on.isoformat(),
        evidence="送达回证",
    )
    remedy = course.deadlines.get(name="objection_remedy")
    assert (remedy.last_date - remedy.start_date).days >= 10

    enforced.on = remedy.last_date
    with pytest.raises(Refused, match="救济期限至"):
        enforced.take_on(course, "end", REVIEWER)
    enforced.on = remedy.last_date + timedelta(days=1)
    enforced.take_on(course, "end", REVIEWER)
    course.refresh_from_db()
    assert course.state == "ended"
    assert course.proceeding.outcome == "驳回异议"


def test_a_party_does_not_object_to_a_thing_as_an_outsider(enforced: Walk):
    with pytest.raises(Unanswered, match="执行行为异议"):
        receive(enforced, objector=enforced.party("debtor"))


def test_whoever_carried_the_enforcement_out_takes_no_part_in_the_review(enforced: Walk):
    course = receive(enforced, name="王某某", kind="person")
    file(enforced, course)
    with pytest.raises(StepNotAllowed, match="不得参与异议审查"):
        enforced.take_on(
            course,
            "decide",
            JUDGE,
            outcome="upheld",
            reasons="理由",
        )


def test_without_a_type_code_no_objection_is_filed(walk: Walk):
    walks.to_enforcement(walk)
    course = receive(walk, name="王某某", kind="person")
    sign(walk, course)
    with pytest.raises(StepNotAllowed, match="没有设定“执行异议”案件的类型代字"):
        walk.take_on(course, "file", FILING)


def test_no_objection_before_enforcement(walk: Walk):
    walk.on = date(2026, 3, 20)
    with pytest.raises(StepNotAllowed, match="尚未执行立案"):
        receive(walk, name="王某某", kind="person")


def test_papers_of_the_matter_keep_the_enforcement_number(enforced: Walk):
    course = receive(enforced, name="王某某", kind="person")
    file(enforced, course)
    enforced.on = date(2026, 6, 2)
    enforced.take(
        "defaulter_warning",
        "find_ground",
        JUDGE,
        ground="4",
        reasons="未报告财产",
        evidence="送达回证",
    )
    (warning,) = enforced.take(
        "defaulter_warning", "issue_warning", JUDGE, last_day="2026-06-17"
    ).papers
    assert warning.number == "（2026）粤0117执1号"


def test_the_ruling_is_a_paper_that_says_what_follows_and_what_may_be_done(enforced: Walk):
    course = receive(enforced, name="王某某", kind="person")
    file(enforced, course)
    (paper,) = dismiss(enforced, course).papers
    assert paper.number == "（2026）粤0117执异1号"
    assert "没有证据证明所有权" in paper.text
    assert "第二百三十八条的规定，裁定如下：\n驳回异议人王某某的异议请求。" in paper.text
    assert "十五日内向人民法院提起诉讼" in paper.text
    assert "复议" not in paper.text


def test_an_act_found_wrong_is_set_aside_in_the_judges_words(enforced: Walk):
    who = {"objector": enforced.party("debtor"), "objection_kind": "act"}
    course = receive(enforced, "冻结尾号0001账户", **who)
    file(enforced, course)
    ruled = {"outcome": "upheld", "reasons": "超标的冻结"}
    with pytest.raises(Refused, match="没有写明撤销、改正的内容"):
        enforced.take_on(course, "decide", REVIEWER, **ruled)
    order = "撤销对尾号0001账户超出部分的冻结"
    (paper,) = enforced.take_on(course, "decide", REVIEWER, **ruled, order=order).papers
    assert f"第二百三十六条的规定，裁定如下：\n{order}。" in paper.text
    assert "十日内，向上一级人民法院申请复议" in paper.text


def test_a_repeated_objection_is_refused_by_a_paper(enforced: Walk):
    first = receive(enforced, name="王某某", kind="person")
    file(enforced, first)
    dismiss(enforced, first)
    again = receive(enforced, name="李某某", kind="person")
    (paper,) = enforced.take_on(
        again, "refuse", Role.FILING_HEAD, reasons="与前一异议为同一异议"
    ).papers
    assert "对异议人李某某提出的异议，不予受理。" in paper.text
    assert "第十五条" in paper.text


def seal(walk: Walk, thing: str = CAR) -> Measure:
    walk.take(
        "record",
        "impose_measure",
        JUDGE,
        party=walk.party("debtor"),
        kind="seal",
        object=thing,
        property_class="movable",
        imposed_on=walk.on.isoformat(),
        expires_on="2028-01-10",
        evidence="（2026）粤0117执1号裁定",
    )
    return Measure.objects.latest("pk")


def uphold(walk: Walk, measure: Measure) -> Course:
    course = receive(walk, name="王某某", kind="person")
    file(walk, course)
    ruled = {"outcome": "upheld", "reasons": "车辆登记在异议人名下"}
    walk.take_on(course, "decide", REVIEWER, **ruled, measure=str(measure.pk))
    served = {"served_on": walk.on.isoformat(), "evidence": "送达回证"}
    walk.take_on(course, "serve_thing_ruling", REVIEWER, **served)
    return course


def releases(walk: Walk, measure: Measure) -> list[Course]:
    return list(Course.objects.filter(mechanism="release", measure=measure, closed_at=None))


def test_article_238_an_upheld_objection_stays_enforcement_against_its_thing(enforced: Walk):
    sealed = seal(enforced)
    course = uphold(enforced, sealed)
    assert (
        "中止对粤A·D0001小客车的执行。" in issued_of(enforced.matter.pk, "objection-ruling")[0].text
    )
    with pytest.raises(Unanswered, match="已裁定中止执行，不得采取新的措施"):
        seal(enforced, "粤ad0001 小客车")
    seal(enforced, "粤A·D0002小客车")
    assert releases(enforced, sealed) == []

    enforced.on = course.deadlines.get(name="objection_remedy").last_date + timedelta(days=1)
    enforced.take_on(course, "end", REVIEWER)
    (release,) = releases(enforced, sealed)
    clock = release.deadlines.get()
    assert (clock.start_date, clock.last_date - clock.start_date) == (
        enforced.on,
        timedelta(days=7),
    )
    done = {"done_on": enforced.on.isoformat(), "evidence": "协助解除查封通知书回执"}
    enforced.take_on(release, "lift", JUDGE, **done)
    sealed.refresh_from_db()
    assert sealed.released_date == enforced.on


def test_a_suit_that_the_applicant_wins_ends_the_stay(enforced: Walk):
    sealed = seal(enforced)
    course = uphold(enforced, sealed)
    sought = {"sought_on": enforced.on.isoformat(), "evidence": "起诉状"}
    enforced.take_on(course, "seek_remedy", REVIEWER, **sought)
    enforced.take_on(
        course, "end_remedy", REVIEWER, final_outcome="dismissed", evidence="（2026）粤0117民初9号"
    )
    assert releases(enforced, sealed) == []
    seal(enforced)


def test_a_measure_is_named_only_where_its_thing_is_freed(enforced: Walk):
    sealed = seal(enforced)
    course = receive(enforced, name="王某某", kind="person")
    file(enforced, course)
    ruled = {"outcome": "dismissed", "reasons": "没有证据", "measure": str(sealed.pk)}
    with pytest.raises(Refused, match="只有案外人异议成立的"):
        enforced.take_on(course, "decide", REVIEWER, **ruled)
