"""机制的依据：通过之日、印发之日、施行之日，三个阶段"""

from datetime import date
from importlib import resources

import pytest

from duly.law.mechanism import MECHANISMS
from duly.law.sources import article, clause
from duly.law.terms import Cause, DefaulterGround, Stage

SOURCE = (resources.files("duly.law.sources") / "data" / "mechanism.txt").read_text("utf-8")
LINES = SOURCE.split("\n")
ISSUED = date(2022, 9, 15)


def test_the_day_of_passing_and_the_day_of_issue_are_two_days() -> None:
    assert LINES[13].strip() == "2022年9月15日"
    assert "2022年9月5日经本院审判委员会第11次会议" in LINES[20]


def test_without_a_day_in_force_the_mechanism_runs_from_the_day_of_issue() -> None:
    assert "施行" not in LINES[20]
    assert {mechanism.since for mechanism in MECHANISMS.values()} == {ISSUED}


def test_the_slip_in_the_title_is_quoted_and_never_generated() -> None:
    assert "会议讨论通知" in LINES[20]
    assert all("讨论通知" not in found.text for found in map(clause, ("前言", "一", "二", "三")))


def test_the_three_stages_are_the_preambles() -> None:
    assert "判后、执前及执行中这三个阶段" in clause("前言").text
    assert [stage.chinese[:2] for stage in Stage] == ["判后", "执前", "执行"]


ADVERSE = {
    "defaulter_warning": "预失信告知机制",
    "fine_warning": "预罚款告知机制",
    "detention_warning": "拘留风险告知机制",
    "objection_notice": "滥用执行异议权利风险告知",
}
FAVOURABLE = {"commitment": "信用承诺机制", "certificate": "自动履行证明激励机制"}


def test_the_six_mechanisms_of_stage_three_are_the_preambles() -> None:
    told = clause("三").text
    adverse, favourable = told[told.index("反向惩戒措施包括") :].split("正向激励包括")

    assert all(name in adverse for name in ADVERSE.values())
    assert all(name in favourable for name in FAVOURABLE.values())
    for limb, (name, title) in zip("一二三四五六", (ADVERSE | FAVOURABLE).items(), strict=True):
        assert MECHANISMS[name].clause == f"三({limb})"
        assert f"（{limb}）{title}" in SOURCE


@pytest.mark.parametrize("ground", list(DefaulterGround))
def test_article_1_each_ground_is_told_in_the_words_of_the_statute(
    ground: DefaulterGround,
) -> None:
    text = article("失信规定", 1, on=ISSUED).text

    assert f"{ground.limb}{ground.chinese}的" in text


@pytest.mark.parametrize("cause", [cause for cause in Cause if cause is not Cause.OTHER])
def test_clause_2_1_1_the_seven_focus_groups_are_the_sources(cause: Cause) -> None:
    source = clause("二(一)1").text.replace("或以裁定结案", "、以裁定结案")

    assert len(Cause) == 7
    assert cause.chinese in source
