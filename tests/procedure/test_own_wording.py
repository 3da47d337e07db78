"""The text of one draft, changed for this paper alone: by one person, issued by another."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from duly.documents import queries as documents
from duly.documents import searching
from duly.documents.models import Paper
from duly.documents.templates import WrittenLine, file_of, lines_of, load
from duly.journal.models import Entry
from duly.law.terms import Role
from duly.procedure import own_wording, queries
from duly.procedure.actions import take_step
from duly.procedure.models import OwnWording
from duly.procedure.own_wording import NotKept
from duly.procedure.refusal import Stale, StepNotAllowed
from tests.procedure import walks
from tests.procedure.conftest import Walk

JUDGE, PRESIDENT = Role.ENFORCEMENT_JUDGE, Role.PRESIDENT
NOTICE, DECISION = "performance-notice", "defaulter-decision"
PROPOSAL = {"reasons": "仍未报告财产", "extra_years": "0", "grace_months": "0"}


def reworded(template: str, old: str, new: str) -> Sequence[WrittenLine]:
    lines = [replace(o, text=o.text.replace(old, new)) for o in lines_of(file_of(template))]
    assert lines != list(lines_of(file_of(template)))
    return lines


def keep(
    walk: Walk,
    mechanism: str,
    step: str,
    role: Role,
    lines: Sequence[WrittenLine],
    **changes: object,
) -> OwnWording:
    walk.matter.refresh_from_db()
    given = {
        "template_id": NOTICE,
        "party_id": int(walk.party("debtor")),
        "reason": "本案有两个账户",
        "version": walk.matter.version,
    }
    return own_wording.keep(
        matter_id=walk.matter.pk,
        course_id=walk.course(mechanism).pk,
        step=step,
        lines=lines,
        actor=walk.staff[role],
        at=walk.at,
        **{**given, **changes},
    )


def issue(walk: Walk) -> Paper:
    """Issue the notice by the judge, who has its preview before him."""
    course, judge = walk.course("post_judgment"), walk.staff[Role.TRIAL_JUDGE]
    step = queries.step_view(course, "issue_notice", judge, walk.at).step
    drawn = queries.preview(course, step, {}, judge, walk.at)
    taken = take_step(
        matter_id=walk.matter.pk,
        course_id=course.pk,
        step="issue_notice",
        answers={},
        actor=judge,
        at=walk.at,
        version=course.matter.version,
        shown={key: paper.sha256 for key, paper in drawn.items()},
    )
    return taken.papers[0]


@pytest.fixture
def confirmed(walk: Walk) -> Walk:
    """An account is confirmed: the notice may go out."""
    walk.take(
        "post_judgment",
        "confirm_account",
        Role.TRIAL_CLERK,
        creditor=walk.party("creditor"),
        holder="喆淼商贸有限公司",
        number="4401990012345678",
        bank="示例银行广州从化支行",
        route="hearing",
        evidence="庭审笔录第5页",
    )
    return walk


def test_the_paper_is_drawn_from_its_own_text_by_another_person(confirmed: Walk) -> None:
    lines = reworded(NOTICE, "可以附页摘要", "请附页摘要")
    own = keep(confirmed, "post_judgment", "issue_notice", Role.TRIAL_CLERK, lines)
    with pytest.raises(StepNotAllowed, match="应由另一人核对后签发"):
        confirmed.take("post_judgment", "issue_notice", Role.TRIAL_CLERK)
    with pytest.raises(Stale, match="请核对下面与样式的不同"):
        confirmed.take("post_judgment", "issue_notice", Role.TRIAL_JUDGE)
    issued = issue(confirmed)
    assert "请附页摘要" in issued.text
    assert issued.template_version == own.version
    assert own_wording.of_paper(issued) == own
    assert documents.drawn(issued).sha256 == issued.sha256
    matter = confirmed.matter.pk
    assert searching.excerpts([matter], "请附页摘要")[matter].said == "请附页摘要"
    assert searching.seek("请附页摘要").rows.filter(matter=matter).exists()
    assert searching.excerpts([matter], "自动履行") == {}
    assert Entry.objects.get(act="paper.change_wording").detail["reason"] == "本案有两个账户"


def test_the_next_paper_has_the_wording_of_its_template_again(confirmed: Walk) -> None:
    lines = reworded(NOTICE, "可以附页摘要", "请附页摘要")
    keep(confirmed, "post_judgment", "issue_notice", Role.TRIAL_CLERK, lines)
    issue(confirmed)
    confirmed.serve_paper(NOTICE, Role.TRIAL_CLERK)
    again = confirmed.take("post_judgment", "reissue_notice", Role.TRIAL_CLERK, reasons="重发")
    assert again.papers[0].template_version == load(NOTICE).version


def test_a_draft_goes_back_to_its_template(confirmed: Walk) -> None:
    lines = reworded(NOTICE, "可以附页摘要", "请附页摘要")
    keep(confirmed, "post_judgment", "issue_notice", Role.TRIAL_CLERK, lines)
    keep(confirmed, "post_judgment", "issue_notice", Role.TRIAL_CLERK, lines_of(file_of(NOTICE)))
    issued = confirmed.take("post_judgment", "issue_notice", Role.TRIAL_CLERK).papers[0]
    assert issued.template_version == load(NOTICE).version


@pytest.mark.parametrize(
    ("old", "new", "changes", "why"),
    [
        ("可以附页摘要", "请附页摘要", {"reason": " "}, "理由"),
        ("{{户名}}", "张三", {}, "缺少“收款账户”中的空白项“户名”"),
        ("可以附页摘要", "××", {}, "占位内容"),
        ("可以附页摘要", "请附页摘要", {"template_id": "urging-notice"}, "不制作这份文书"),
    ],
)
def test_a_text_that_the_paper_would_be_refused_for_is_not_kept(
    confirmed: Walk, old: str, new: str, changes: dict[str, object], why: str
) -> None:
    lines = reworded(NOTICE, old, new)
    with pytest.raises(NotKept, match=why):
        keep(confirmed, "post_judgment", "issue_notice", Role.TRIAL_CLERK, lines, **changes)
    assert not OwnWording.objects.exists()


def test_the_approver_signs_the_text_that_he_saw(walk: Walk) -> None:
    walks.to_warned(walk)
    walk.on = date(2026, 6, 18)
    lines = reworded(DECISION, "经查", "经本院查明")
    own = keep(
        walk,
        "defaulter_warning",
        "propose_listing",
        JUDGE,
        lines,
        template_id=DECISION,
        reason="与本院裁判用语一致",
    )
    changed = [row for row in own_wording.differs(own) if not row.same]
    assert ["经本院查明" in "".join(one.text for one in row.new) for row in changed] == [True]
    walk.take("defaulter_warning", "propose_listing", JUDGE, **PROPOSAL)
    course = walk.course("defaulter_warning")
    step = queries.step_view(course, "approve_listing", walk.staff[PRESIDENT], walk.at).step
    drawn = queries.preview(course, step, {}, walk.staff[PRESIDENT], walk.at)
    issued = walk.take("defaulter_warning", "approve_listing", PRESIDENT).papers
    decision = next(paper for paper in issued if paper.template == DECISION)
    assert "经本院查明" in decision.text
    assert decision.sha256 in {paper.sha256 for paper in drawn.values()}


def test_a_form_opened_before_the_text_changed_is_stale(confirmed: Walk) -> None:
    lines = reworded(NOTICE, "可以附页摘要", "请附页摘要")
    keep(confirmed, "post_judgment", "issue_notice", Role.TRIAL_CLERK, lines)
    with pytest.raises(Stale, match="刚刚改动了一份文书的文字"):
        keep(
            confirmed,
            "post_judgment",
            "issue_notice",
            Role.TRIAL_JUDGE,
            lines,
            version=confirmed.matter.version - 1,
        )
