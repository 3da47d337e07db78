"""三(一): no listing without its warning served and run out; minors never; grace and urgency."""

from datetime import date

import pytest

from duly.documents.models import Paper
from duly.law.terms import MeasureKind
from duly.procedure.models import Measure, Warning
from duly.procedure.refusal import Refused, StepNotAllowed, Unanswered
from duly.registry.models import Party
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.untouched import refused
from tests.procedure.walks import JUDGE, PRESIDENT

PROPOSAL = {"reasons": "仍未履行", "extra_years": "0", "grace_months": "0"}


def warn(walk: Walk, last_day: str, step: str = "issue_warning") -> None:
    walk.take("defaulter_warning", step, JUDGE, last_day=last_day)


def to_ground(walk: Walk) -> None:
    walks.to_enforcement(walk)
    walk.on = date(2026, 6, 2)
    walks.find_ground(walk)


@pytest.mark.parametrize(
    ("last_day", "words"),
    [
        ("2026-06-01", "不晚于今天"),
        ("2026-06-02", "不晚于今天，届满时不可能已经送达"),
        ("2026-09-03", "限期超过三个月"),
    ],
)
def test_a_term_that_cannot_be_served_or_is_too_long_is_refused(
    walk: Walk, last_day: str, words: str
):
    to_ground(walk)
    with refused(Refused, words):
        warn(walk, last_day)


def test_a_warning_needs_its_ground_its_papers_served_and_two_contacts(walk: Walk):
    walks.to_urging(walk)
    walk.take("pre_enforcement", "issue_notice", "mediator")
    walk.contact("mediator")
    walk.on = date(2026, 5, 20)
    walk.take("pre_enforcement", "transfer", "mediator", wanted="yes", reasons="期限届满仍未履行")
    walks.file(walk)

    with refused(
        Refused, "（一）", "未认定", "《执行通知书》没有有效送达的记录", "联系记录只有0次"
    ):
        warn(walk, "2026-06-17")


def test_an_unserved_warning_does_not_run(walk: Walk):
    to_ground(walk)
    warn(walk, "2026-06-17")
    walk.on = date(2026, 6, 18)

    with refused(Refused, "提醒没有有效送达的记录"):
        walks.propose(walk)


@pytest.mark.parametrize("day", [date(2026, 6, 17), date(2026, 6, 18)])
def test_a_warning_served_on_or_after_its_last_day_never_ran(walk: Walk, day: date):
    to_ground(walk)
    warn(walk, "2026-06-17")
    walk.on = day
    walk.serve_paper("defaulter-warning", JUDGE)
    walk.on = date(2026, 7, 1)

    with refused(Refused, "才送达，不早于限期2026年6月17日", "重新发出提醒"):
        walks.propose(walk)
    warn(walk, "2026-07-16", "warn_again")
    assert Warning.objects.filter(course__matter=walk.matter).count() == 2
    assert walk.course("defaulter_warning").deadlines.filter(stopped_at=None).count() == 1


def test_the_term_runs_through_its_last_day(walk: Walk):
    walks.to_warned(walk)
    walk.on = date(2026, 6, 17)
    with refused(Refused, "限期至2026年6月17日才届满"):
        walks.propose(walk)


@pytest.mark.parametrize("step", ["issue_warning", "propose_urgently"])
def test_article_4_a_minor_is_never_listed_not_even_urgently(walk: Walk, step: str):
    to_ground(walk)
    Party.objects.filter(role="debtor").update(birth_date=date(2010, 1, 1))
    answers = {
        "issue_warning": {"last_day": "2026-06-17"},
        "propose_urgently": {"urgent_reasons": "正在转移财产", **PROPOSAL},
    }[step]

    with refused(Refused, "被执行人是未成年人", "失信被执行人名单信息的若干规定》第4条"):
        walk.take("defaulter_warning", step, JUDGE, **answers)


def test_a_person_of_unknown_age_is_not_listed_until_his_number_is_on_record(walk: Walk):
    walk.register(number="（2026）粤0117民初102号", debtor_identifier="")
    with pytest.raises(Unanswered, match="证件号码"):
        walks.to_enforcement(walk)  # the property report form prints the number

    walk.take(
        "record",
        "complete_party",
        JUDGE,
        party=walk.party("debtor"),
        identifier="440199199003070013",
        evidence="身份证复印件",
    )
    debtor = walk.matter.parties.get(role="debtor")
    assert debtor.birth_date == date(1990, 3, 7)
    taken = walk.course("record").steps_taken.get(name="complete_party")
    assert "identifier" not in taken.answers


def test_an_urgent_listing_without_warning_needs_its_reason_and_the_president(walk: Walk):
    to_ground(walk)
    with refused(Unanswered, "不经提醒的紧急理由"):
        walk.take("defaulter_warning", "propose_urgently", JUDGE, **PROPOSAL)

    walk.take(
        "defaulter_warning", "propose_urgently", JUDGE, urgent_reasons="正在转移财产", **PROPOSAL
    )
    with refused(StepNotAllowed, "由院长办理"):
        walk.take("defaulter_warning", "approve_listing", JUDGE)
    signed = walk.take("defaulter_warning", "approve_listing", PRESIDENT)

    decision, order = signed.papers
    assert (decision.title, order.title) == ("纳入失信决定书", "限制消费令")
    assert "提醒" not in decision.text


def test_a_returned_urgent_proposal_goes_back_to_where_no_warning_was(walk: Walk):
    to_ground(walk)
    walk.take(
        "defaulter_warning", "propose_urgently", JUDGE, urgent_reasons="正在转移财产", **PROPOSAL
    )
    with refused(StepNotAllowed, "没有需要"):
        walk.take("defaulter_warning", "return_proposal", PRESIDENT, reasons="先提醒")
    walk.take("defaulter_warning", "return_unwarned", PRESIDENT, reasons="先提醒")

    assert walk.course("defaulter_warning").state == "open"


def test_every_listing_brings_the_consumption_order_from_the_day_of_signing(walk: Walk):
    walks.to_proposed(walk, grace_months="1")
    walk.take("defaulter_warning", "approve_listing", PRESIDENT)

    restricted = Measure.objects.get(kind=MeasureKind.CONSUMPTION_RESTRICTION.value)
    assert restricted.imposed_date == date(2026, 6, 18)
    assert not Measure.objects.filter(kind=MeasureKind.DEFAULTER_LISTING.value).exists()


def test_grace_holds_publication_and_its_clock_runs(walk: Walk):
    walks.to_proposed(walk, grace_months="1")
    walk.take("defaulter_warning", "approve_listing", PRESIDENT)
    clock = walk.course("defaulter_warning").deadlines.get(stopped_at=None)
    assert (clock.name, clock.last_date) == ("publication", date(2026, 7, 21))

    walk.on = date(2026, 7, 20)
    with refused(Refused, "宽限期未满，2026年7月21日起才可以公布"):
        walk.take("defaulter_warning", "publish", JUDGE, evidence="流水号1")
    walk.on = date(2026, 7, 21)
    walk.take("defaulter_warning", "publish", JUDGE, evidence="流水号1")


def test_the_term_of_a_listing_is_the_one_that_the_decision_prints(walk: Walk):
    walks.to_proposed(walk, grace_months="1")
    walk.take("defaulter_warning", "approve_listing", PRESIDENT)
    walk.on = date(2026, 7, 21)
    walk.take("defaulter_warning", "publish", JUDGE, evidence="流水号1")

    listing = Measure.objects.get(kind=MeasureKind.DEFAULTER_LISTING.value)
    decision = Paper.objects.get(template="defaulter-decision")
    assert listing.expires_date == date(2028, 6, 18)
    assert "2028年6月18日" in decision.text


def test_a_debtor_who_pays_in_grace_is_not_published_and_is_freed_of_the_order(walk: Walk):
    walks.to_proposed(walk, grace_months="3")
    walk.take("defaulter_warning", "approve_listing", PRESIDENT)
    walk.on = date(2026, 7, 1)
    walks.pay_all(walk)

    with refused(Refused, "债务已经履行完毕"):
        walk.take("defaulter_warning", "publish", JUDGE, evidence="流水号1")
    walk.take("defaulter_warning", "close_unpublished", JUDGE)
    owed = {MeasureKind(one.measure.kind) for one in walk.releases()}
    assert owed == {MeasureKind.CONSUMPTION_RESTRICTION, MeasureKind.CASE_PUBLICITY}


@pytest.mark.parametrize("grace", ["4", "12"])
def test_grace_is_at_most_three_months(walk: Walk, grace: str):
    walks.to_warned(walk)
    walk.on = date(2026, 6, 18)
    with refused(Refused, f"宽限期不能是{grace}个月"):
        walks.propose(walk, grace_months=grace)


def test_article_3_ground_1_needs_its_facts_found_and_the_listing_has_no_term(walk: Walk):
    walks.to_enforcement(walk)
    walk.on = date(2026, 6, 2)
    walks.find_ground(walk, "1")
    with refused(Refused, "是否“已提供充分有效担保”，尚未认定"):
        warn(walk, "2026-06-17")
    for question in ("security", "preserved", "later_in_order"):
        walk.find(question, holds=False)
    warn(walk, "2026-06-17")
    walk.serve_paper("defaulter-warning", JUDGE)
    walk.on = date(2026, 6, 18)
    walks.propose(walk)
    signed = walk.take("defaulter_warning", "approve_listing", PRESIDENT)
    walk.take("defaulter_warning", "publish", JUDGE, evidence="流水号1")

    listing = Measure.objects.get(kind=MeasureKind.DEFAULTER_LISTING.value)
    assert (listing.has_term, listing.expires_date) == (False, None)
    assert "期限为" not in signed.papers[0].text


def test_article_3_security_given_bars_ground_1(walk: Walk):
    walks.to_enforcement(walk)
    walk.on = date(2026, 6, 2)
    walks.find_ground(walk, "1")
    walk.find("security", holds=True)
    with refused(Refused, "已提供充分有效担保，不得依据第一条第（一）项纳入"):
        warn(walk, "2026-06-17")


def test_a_ground_withdrawn_after_the_proposal_stops_the_signature(walk: Walk):
    walks.to_proposed(walk)
    fact = walk.matter.facts.get(question="ground_4")
    walk.take("record", "withdraw_fact", JUDGE, fact=str(fact.pk), reasons="报告已于期限内寄出")
    with refused(Refused, "未认定"):
        walk.take("defaulter_warning", "approve_listing", PRESIDENT)


def test_only_a_judge_withdraws_what_a_judge_found(walk: Walk):
    walks.to_warned(walk)
    fact = walk.matter.facts.get(question="ground_4")
    with refused(StepNotAllowed, "只能由执行法官认定或者撤回"):
        walk.take("record", "withdraw_fact", walks.FILING, fact=str(fact.pk), reasons="不服")


def test_a_standing_finding_is_withdrawn_before_another_is_made(walk: Walk):
    to_ground(walk)
    with refused(Unanswered, "已有认定"):
        walks.find_ground(walk)
