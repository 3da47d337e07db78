"""What the acceptance map asks of papers and of registration, where no other test proves it."""

from datetime import date
from decimal import Decimal

import pytest

from duly.documents.blank import Blank, Rows
from duly.documents.drawing import Drawn, draw_up
from duly.documents.sample import SAMPLE_COURT, sample_blanks
from duly.documents.templates import load
from duly.law.calendar import Period
from duly.law.money import Bucket, Debt, Fixed, LprTable, Per, Terms, Yuan, stand
from duly.law.sources import cite
from duly.procedure.effects.pre_enforcement import FILING
from duly.procedure.registration import ASKS

DAY = date(2026, 11, 24)


def paper(template_id: str, *, on: date = DAY, **changed: str) -> Drawn:
    """Draw a sample paper, some of its blanks changed."""
    blanks: dict[str, Blank | Rows] = dict(sample_blanks(load(template_id)))
    blanks.update({name: Blank(value, "测试") for name, value in changed.items()})
    return draw_up(load(template_id), blanks, on=on, court=SAMPLE_COURT)


def test_an_instrument_with_nothing_to_perform_cannot_be_registered() -> None:
    duty = {ask.name: ask.required for group in ASKS for ask in group.asks}

    assert duty["duty_kind"]
    assert duty["duty"]


def test_an_application_handed_over_is_filed_within_seven_days() -> None:
    assert FILING.period == Period(days=7)
    assert cite("执行立案七日", on=DAY).article == "16"


@pytest.mark.parametrize("kind", ["判决", "调解", "裁定"])
@pytest.mark.parametrize(
    "template_id",
    [
        "defaulter-warning",
        "fine-warning",
        "detention-warning",
        "commitment-settlement",
        "commitment-repair",
        "performance-certificate",
        "performance-certificate-main",
    ],
)
def test_warnings_pledges_and_certificates_name_the_instruments_real_kind(
    template_id: str, kind: str
) -> None:
    text = paper(template_id, 文书种类=kind).text

    assert f"（2026）粤0117民初1234号{kind}" in text
    assert "判决（调解）" not in text


def test_the_notice_of_stage_one_has_no_heading_unless_asked_for() -> None:
    lines = [line for line in paper("performance-notice").text.split("\n") if line]

    assert lines[1] == "自动履行告知书"
    assert lines[2].startswith("本判决生效后，履行义务人应在本判决确定的履行期限内")


def test_the_consumption_order_lists_nine_kinds_its_time_and_what_follows() -> None:
    text = paper("consumption-order").text

    assert all(f"（{limb}）" in text for limb in "一二三四五六七八九")
    assert "限制消费的期间自本令发出之日起" in text
    assert "获批准后方可进行" in text
    assert "如违反本令进行消费" in text
    assert load("consumption-order").approves == ("president",)


def test_lifting_the_order_is_told_where_the_order_was_told() -> None:
    assert "在原通知或者公告的范围内通知或者公告" in paper("consumption-release").text


def test_the_enforcement_notice_warns_of_the_list_and_tells_of_interest_for_delay() -> None:
    text = paper("enforcement-notice").text

    assert "风险提示：" in text
    assert "将其纳入失信被执行人名单" in text
    assert "加倍支付迟延履行期间的债务利息" in text
    assert "支付迟延履行金" in text


def test_the_order_to_report_property_has_its_contents_the_year_and_the_ten_days() -> None:
    text = paper("property-report-order").text

    assert all(f"（{limb}）" in text for limb in "一二三四五")
    assert "收到执行通知之日前一年" in text
    assert "自财产变动之日起十日内" in text
    assert "予以罚款、拘留" in text
    assert "将依法将你纳入失信被执行人名单" in text


def test_the_decision_to_list_states_reasons_effect_and_the_way_to_correction() -> None:
    text = paper("defaulter-decision", 认定事实="有存款而不支付货款").text

    assert "有存款而不支付货款" in text
    assert "本决定自作出之日起生效。" in text
    assert "向本院申请纠正" in text


def test_the_hand_over_carries_contacts_refusals_and_what_was_paid() -> None:
    text = paper("transfer-record").text

    for heading in ("联系情况", "履行情况", "明确拒绝履行的记录", "督促不成的原因"):
        assert heading in text
    assert "一并转入执行案件卷宗" in text


def test_the_confirmation_says_that_it_is_no_certificate() -> None:
    assert "不是《自动履行证明书》" in paper("performance-confirmation").text


def test_a_warning_tells_what_follows_with_the_articles_word_for_word() -> None:
    text = paper("defaulter-warning").text

    for subject in ("限制出境与征信", "失信情形", "失信期限"):
        assert cite(subject, on=DAY).text.split("\n")[0] in text


def test_the_published_example_bears_no_interest_on_interest() -> None:
    awarded = Terms(Fixed(Decimal("0.0005"), Per.DAY), date(2015, 1, 1))
    debt = Debt("1", Yuan.of("10000"), date(2015, 7, 3), terms=awarded)

    (standing,) = stand((debt,), (), on=date(2015, 9, 1), lpr=LprTable.on_file()).debts

    assert standing.left(Bucket.INTEREST) == Yuan.of("1215")
    assert standing.left(Bucket.DOUBLED) == Yuan.of("105")
    assert standing.owing == Yuan.of("11320")


@pytest.mark.parametrize(
    ("template_id", "duty", "term"),
    [
        ("performance-notice", "将应付款项汇入", "本判决确定的履行期限内"),
        ("enforcement-notice", "履行下列义务", "前履行下列义务"),
        ("defaulter-warning", "义务", "现本院再次限你于"),
        ("fine-warning", "义务", "现本院再次限你于"),
        ("detention-warning", "义务", "现本院再次限你于"),
    ],
)
def test_a_notice_tells_the_duty_the_term_and_what_follows(
    template_id: str, duty: str, term: str
) -> None:
    text = paper(template_id).text
    follows = ("罚款", "拘留", "纳入失信")

    assert duty in text
    assert term in text
    assert any(word in text for word in follows)


def test_the_order_tells_that_private_means_may_be_used_with_leave() -> None:
    assert "因私消费以个人财产实施前述行为" in paper("consumption-order").text
