"""A court changes a wording: one person proposes, another publishes, papers follow their day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from duly.documents import queries as documents
from duly.documents.models import TemplateVersion
from duly.documents.templates import WrittenLine, file_of, lines_of, load
from duly.journal.models import Entry
from duly.law.terms import Role
from duly.procedure import template_versions
from duly.procedure.refusal import Stale
from duly.procedure.template_versions import NotPublished, Proposed
from tests.procedure import walks
from tests.procedure.conftest import Walk

NOTICE = "performance-notice"
HEAD, PRESIDENT, CLERK = Role.FILING_HEAD, Role.PRESIDENT, Role.TRIAL_CLERK


def reworded(old: str = "可以附页摘要", new: str = "应当附页摘要") -> Sequence[WrittenLine]:
    lines = lines_of(file_of(NOTICE))
    return [replace(one, text=one.text.replace(old, new)) for one in lines]


def proposed(walk: Walk, since: date, **changes: object) -> TemplateVersion:
    given = Proposed(NOTICE, reworded(), since, "审委会纪要5号")
    return template_versions.propose(
        walk.court, replace(given, **changes), actor=walk.staff[HEAD], at=walk.at
    )


def publish(walk: Walk, row: TemplateVersion, role: Role = PRESIDENT) -> None:
    template_versions.publish(row, shown=row.version, actor=walk.staff[role], at=walk.at)


def test_a_paper_is_drawn_from_the_wording_in_force_on_its_day(walk: Walk) -> None:
    publish(walk, proposed(walk, date(2026, 3, 10)))
    walks.to_running(walk)
    before = walk.matter.papers.get(template=NOTICE)
    walk.on = date(2026, 3, 20)
    walk.take("post_judgment", "reissue_notice", CLERK, reasons="重发")
    after = walk.matter.papers.filter(template=NOTICE).order_by("-pk")[0]
    assert ("可以附页摘要" in before.text, "应当附页摘要" in after.text) == (True, True)
    assert before.template_version == load(NOTICE).version
    assert after.template_version == TemplateVersion.objects.get().version
    assert [documents.drawn(one).sha256 == one.sha256 for one in (before, after)] == [True, True]


def test_nobody_publishes_what_he_proposed_himself(walk: Walk) -> None:
    row = proposed(walk, walk.on)
    with pytest.raises(NotPublished, match="不能发布自己报请的"):
        publish(walk, row, HEAD)
    assert list(template_versions.waiting(walk.staff[HEAD], walk.on)) == []
    assert list(template_versions.waiting(walk.staff[PRESIDENT], walk.on)) == [row]


def test_both_acts_are_in_the_journal_with_the_hash(walk: Walk) -> None:
    row = proposed(walk, walk.on)
    publish(walk, row)
    acts = Entry.objects.filter(act__startswith="template.").order_by("seq")
    assert [(one.act, one.detail["version"]) for one in acts] == [
        ("template.propose", row.version),
        ("template.publish", row.version),
    ]


def test_a_proposal_is_decided_once_and_as_it_was_shown(walk: Walk) -> None:
    row = proposed(walk, walk.on)
    with pytest.raises(Stale):
        template_versions.publish(row, shown="0" * 64, actor=walk.staff[PRESIDENT], at=walk.at)
    template_versions.send_back(
        row, reason="“应当”加重了当事人的负担", actor=walk.staff[PRESIDENT], at=walk.at
    )
    with pytest.raises(Stale):
        publish(walk, row)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"since": date(2026, 3, 2)}, "不能早于今天"),
        ({"basis": " "}, "请填写依据"),
        ({"lines": lines_of(file_of(NOTICE))}, "没有改动"),
        ({"lines": reworded("{{文书种类}}", "判决")}, "缺少空白项“文书种类”"),
        ({"template": "performance-guide"}, "不由案件记录制作"),
    ],
)
def test_a_proposal_that_could_do_harm_is_refused(
    walk: Walk, changes: dict[str, object], why: str
) -> None:
    with pytest.raises(NotPublished, match=why):
        proposed(walk, **{"since": walk.on, **changes})
    assert not TemplateVersion.objects.exists()


def test_a_day_gone_by_before_it_was_decided_is_not_published(walk: Walk) -> None:
    row = proposed(walk, walk.on)
    walk.on = date(2026, 3, 9)
    with pytest.raises(NotPublished, match="起用日已过"):
        publish(walk, row)


def test_the_same_proposal_is_not_made_twice(walk: Walk) -> None:
    proposed(walk, walk.on)
    with pytest.raises(NotPublished, match="正等另一人决定"):
        proposed(walk, walk.on)


def test_others_than_the_heads_do_not_change_wordings(walk: Walk) -> None:
    given = Proposed(NOTICE, reworded(), walk.on, "纪要")
    with pytest.raises(NotPublished, match="由立案庭庭长、执行局局长、院长"):
        template_versions.propose(walk.court, given, actor=walk.staff[CLERK], at=walk.at)
