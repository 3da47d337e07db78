"""Settlements, single permits, electronic service, revoked certificates, lifted listings."""

import pytest

from duly.documents.drawing import Reason, Refused
from duly.documents.templates import load
from duly.law.terms import Role
from tests.documents.conftest import DrawSample, rows

INSTALMENTS = rows(
    {"期次": "1", "分期日期": "2026年12月10日", "分期金额": "25,000.00元"},
    {"期次": "2", "分期日期": "2027年1月10日", "分期金额": "25,857.50元"},
)


def test_a_settlement_lists_each_instalment_with_its_day_and_amount(draw: DrawSample) -> None:
    text = draw("settlement-agreement", 分期=INSTALMENTS, 行为安排=rows()).text
    assert (
        "第1期\t2026年12月10日前\t支付25,000.00元\n第2期\t2027年1月10日前\t支付25,857.50元" in text
    )


def test_a_settlement_of_an_act_alone_can_be_drawn_up(draw: DrawSample) -> None:
    text = draw("settlement-agreement", 分期=rows(), 和解账户=rows()).text
    assert "交付\t2026年12月20日前\t交付示例设备一台" in text
    assert "款项汇入" not in text


def test_a_settlement_without_any_performance_is_refused(draw: DrawSample) -> None:
    with pytest.raises(Refused) as refused:
        draw("settlement-agreement", 分期=rows(), 行为安排=rows())
    assert [(r.reason, r.blank) for r in refused.value.refusals] == [
        (Reason.UNFILLED, "分期"),
        (Reason.UNFILLED, "行为安排"),
    ]


def test_an_instalment_without_an_amount_is_refused(draw: DrawSample) -> None:
    vague = rows({"期次": "1", "分期日期": "2026年12月10日", "分期金额": "若干"})
    with pytest.raises(Refused, match="分期第1行·分期金额"):
        draw("settlement-agreement", 分期=vague)


def test_a_settlement_says_what_follows_from_keeping_and_from_breaking_it(
    draw: DrawSample,
) -> None:
    text = draw("settlement-agreement").text
    assert "若干问题的规定》第八条的规定，作执行结案处理。" in text
    assert "第九条的规定，申请恢复执行原生效法律文书，也可以就履行本协议向执行法院提起诉讼" in text
    assert "第一条的规定，本院将依法将其纳入失信被执行人名单。" in text


def test_both_parties_sign_a_settlement_and_the_court_does_not_seal_it(draw: DrawSample) -> None:
    template = load("settlement-agreement")
    assert template.signs == ("creditor", "debtor")
    assert template.seal.value == "no"
    text = draw("settlement-agreement").text
    assert text.index("申请执行人（签名或者盖章）：") < text.index("被执行人（签名或者盖章）：")


def test_other_terms_are_printed_each_as_a_paragraph(draw: DrawSample) -> None:
    terms = rows({"约定内容": "利息自愿放弃"}, {"约定内容": "林示例提供连带保证"})
    text = draw("settlement-agreement", 其他约定=terms).text
    assert "双方另约定：利息自愿放弃。\n双方另约定：林示例提供连带保证。" in text


def test_article_8_a_permit_is_for_once_and_leaves_the_order_in_force(draw: DrawSample) -> None:
    text = draw("consumption-permit").text
    assert "在2026年11月30日至2026年12月2日期间乘坐飞机由广州前往北京，以一次为限。" in text
    assert "除本决定准许的消费外，限制消费令继续有效" in text
    assert load("consumption-permit").approves == (Role.PRESIDENT,)


def test_electronic_service_names_consent_and_both_moments(draw: DrawSample) -> None:
    text = draw("electronic-service-proof", 到达时间="2026年10月16日23时59分59秒").text
    assert "同意电子送达的记录\t2026年10月12日签署的送达地址确认书" in text
    assert "到达时间\t2026年10月16日23时59分59秒" in text


def test_a_revoked_certificate_leaves_releases_as_they_are(draw: DrawSample) -> None:
    text = draw("certificate-revocation", 证明书编号="从化自履20260001").text
    assert text.count("编号为从化自履20260001的《自动履行证明书》") == 2
    assert "因履行义务而依法解除的惩戒措施和强制措施，不因本决定而恢复。" in text


@pytest.mark.parametrize(
    "basis",
    ["第九条", "第十条第一款第一项", "第二条第二款", "第十条第一款第三项、第二条"],
)
def test_a_deletion_rests_on_the_articles_of_its_day(draw: DrawSample, basis: str) -> None:
    assert f"{basis}的规定" in draw("defaulter-release", 删除依据=basis).text


@pytest.mark.parametrize("basis", ["第十一条", "第十条第1款", "十条", "第二百条", "第十条，第一款"])
def test_a_deletion_on_any_other_article_is_refused(draw: DrawSample, basis: str) -> None:
    with pytest.raises(Refused, match="应为第二条或者第九条或者第十条的条、款、项") as refused:
        draw("defaulter-release", 删除依据=basis)
    assert [r.reason for r in refused.value.refusals] == [Reason.WRONG_CITATION]
