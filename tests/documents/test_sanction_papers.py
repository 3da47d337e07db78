"""Fines, detention and what leads on from them: statutory ranges, remedies, approvals."""

from datetime import date

import pytest

from duly.documents.drawing import Reason, Refused
from duly.documents.templates import declared, load
from duly.law.terms import Role, SanctionTarget
from tests.documents.conftest import DrawSample, rows

PERSON, UNIT, RESPONSIBLE = (target.chinese for target in SanctionTarget)


@pytest.mark.parametrize(
    ("target", "amount", "capitals"),
    [
        (PERSON, "0.01元", "壹分"),
        (PERSON, "100,000.00元", "壹拾万元整"),
        (RESPONSIBLE, "100,000.00元", "壹拾万元整"),
        (UNIT, "50,000.00元", "伍万元整"),
        (UNIT, "1,000,000.00元", "壹佰万元整"),
        (UNIT, "123,456.78元", "壹拾贰万叁仟肆佰伍拾陆元柒角捌分"),
    ],
)
def test_article_118_a_fine_within_its_range_is_printed_in_digits_and_capitals(
    draw: DrawSample, target: str, amount: str, capitals: str
) -> None:
    text = draw("fine-decision", 处罚对象=target, 罚款金额=amount).text
    assert f"罚款人民币{amount}（大写：人民币{capitals}），限于" in text


@pytest.mark.parametrize(
    ("target", "amount"),
    [
        (PERSON, "0.00元"),
        (PERSON, "100,000.01元"),
        (RESPONSIBLE, "100,000.01元"),
        (UNIT, "49,999.99元"),
        (UNIT, "1,000,000.01元"),
        (PERSON, "50.00元至500.00元"),
    ],
)
def test_article_118_a_fine_out_of_its_range_is_refused_with_the_article(
    draw: DrawSample, target: str, amount: str
) -> None:
    with pytest.raises(Refused, match=r"对.+应为.+第一百一十八条.+不能是") as refused:
        draw("fine-decision", 处罚对象=target, 罚款金额=amount)
    assert [(r.reason, r.blank) for r in refused.value.refusals] == [
        (Reason.OUT_OF_RANGE, "罚款金额")
    ]


def test_the_capitals_are_never_given(draw: DrawSample) -> None:
    with pytest.raises(Refused, match="样式中没有“大写:罚款金额”这一空白项"):
        draw("fine-decision", **{"大写:罚款金额": "壹元整"})


@pytest.mark.parametrize("days", ["十六日", "零日", "15日", "半个月"])
def test_article_118_detention_is_one_to_fifteen_days(draw: DrawSample, days: str) -> None:
    assert "拘留一日，自" in draw("detention-decision", 拘留日数="一日").text
    assert "拘留十五日，自" in draw("detention-decision", 拘留日数="十五日").text
    with pytest.raises(Refused, match="空白项“拘留日数”只能是一日"):
        draw("detention-decision", 拘留日数=days)


@pytest.mark.parametrize("template_id", ["detention-decision", "detention-early-release"])
def test_article_114_a_unit_is_never_detained(draw: DrawSample, template_id: str) -> None:
    assert RESPONSIBLE in draw(template_id, 拘留对象=RESPONSIBLE).text
    with pytest.raises(Refused, match="空白项“拘留对象”只能是"):
        draw(template_id, 拘留对象=UNIT)


def test_the_targets_are_those_of_the_law() -> None:
    assert set(declared()["处罚对象"].choices) == {PERSON, UNIT, RESPONSIBLE}
    assert set(declared()["罚款金额"].within) == {PERSON, UNIT, RESPONSIBLE}


@pytest.mark.parametrize(
    "template_id", ["fine-decision", "detention-decision", "detention-early-release"]
)
def test_article_119_the_president_approves(template_id: str) -> None:
    assert load(template_id).approves == (Role.PRESIDENT,)


@pytest.mark.parametrize("template_id", ["fine-decision", "detention-decision"])
def test_article_119_reconsideration_once_without_a_stay(
    draw: DrawSample, template_id: str
) -> None:
    text = draw(template_id, 上一级法院="广东省广州市中级人民法院").text
    assert (
        "可以自收到本决定书之日起三日内，向广东省广州市中级人民法院申请复议一次。"
        "复议期间，不停止本决定的执行。"
    ) in text


@pytest.mark.parametrize("template_id", ["fine-decision", "detention-decision"])
def test_an_urgent_decision_prints_no_warning(draw: DrawSample, template_id: str) -> None:
    assert "期限届满仍未履行" in draw(template_id).text
    assert "期限届满仍未履行" not in draw(template_id, 告知=rows()).text


def test_a_breach_of_the_property_report_cites_its_own_rule(draw: DrawSample) -> None:
    breach = rows({"报告违反情形": "虚假报告"})
    text = draw("fine-decision", 违反报告=breach).text
    assert (
        "虚假报告财产情况，依照《最高人民法院关于民事执行中财产调查若干问题的规定》第九条" in text
    )
    assert "财产调查若干问题" not in draw("fine-decision").text


def test_a_detention_not_yet_carried_out_prints_no_days(draw: DrawSample) -> None:
    assert "拘留十五日，由本院交公安机关看管。" in draw("detention-decision", 拘留起止=rows()).text


@pytest.mark.parametrize(
    "moment", ["2026年11月24日", "2026年11月24日24时00分", "十时", "2026年2月30日1时00分"]
)
def test_the_moment_of_detention_is_a_real_one(draw: DrawSample, moment: str) -> None:
    with pytest.raises(Refused, match="应为时刻，写作2026年10月8日9时05分") as refused:
        draw("detention-family-notice", 执行拘留时间=moment)
    assert [r.blank for r in refused.value.refusals] == ["执行拘留时间"]


def test_a_referral_before_the_interpretation_of_2024_is_refused(draw: DrawSample) -> None:
    with pytest.raises(Refused, match="2024-12-01起施行") as refused:
        draw("criminal-referral", on=date(2024, 11, 30))
    assert {r.reason for r in refused.value.refusals} == {Reason.NO_CITATION}


def test_a_referral_lists_the_sanctions_already_taken(draw: DrawSample) -> None:
    taken = rows(
        {"措施日期": "2026年11月10日", "措施内容": "以罚款决定书对其罚款20,000.00元"},
        {"措施日期": "2026年11月24日", "措施内容": "以拘留决定书对其拘留十五日"},
    )
    text = draw("criminal-referral", 已采取措施=taken).text
    assert "2026年11月10日\t以罚款决定书对其罚款20,000.00元\n2026年11月24日\t以拘留" in text
    with pytest.raises(Refused, match="空白项“已采取措施”至少要有一行"):
        draw("criminal-referral", 已采取措施=rows())


def test_a_police_request_rests_on_a_decision_and_may_name_no_vehicle(draw: DrawSample) -> None:
    assert "车辆号牌" not in draw("police-request", 车辆=rows()).text
    with pytest.raises(Refused, match="空白项“依据文书”至少要有一行"):
        draw("police-request", 依据文书=rows())
