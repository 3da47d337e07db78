"""A paper drawn up: every value in its place, each with the fact that it came from."""

from datetime import date

import pytest

from duly.documents.drawing import draw_up
from duly.documents.sample import SAMPLE_COURT, sample, sample_blanks
from duly.documents.templates import load, template_ids
from tests.documents.conftest import DAY, DrawSample, rows

APPEAL = {
    "作出法院": "广东省广州市中级人民法院",
    "作出日期": "2026年6月1日",
    "文书案号": "（2026）粤01民终77号",
    "文书种类": "判决",
}


@pytest.mark.parametrize("template_id", template_ids())
def test_every_paper_can_be_drawn_up(template_id: str) -> None:
    drawn = sample(load(template_id), on=DAY)
    assert drawn.text.startswith(f"{SAMPLE_COURT.name}\n{drawn.template.title}\n")
    assert "{{" not in drawn.text


def test_the_date_at_the_foot_is_in_numerals(draw: DrawSample) -> None:
    assert draw("urging-notice", on=date(2022, 9, 15)).text.endswith("二〇二二年九月十五日")


def test_the_fee_line_comes_last_and_is_numbered_on(draw: DrawSample) -> None:
    owed = rows({"义务内容": "支付货款1.00元"}, {"义务内容": "交付设备一台"})
    lines = draw("urging-notice", 义务=owed).text.split("\n")
    assert "（1）支付货款1.00元；" in lines
    assert "（2）交付设备一台；" in lines
    fees = (
        "（3）负担案件受理费2,300.00元，其他诉讼费用1,020.00元；"
        "若立案执行，另须负担申请执行费1,400.00元。"
    )
    assert lines[lines.index("（2）交付设备一台；") + 1] == fees


def test_a_fee_that_the_law_gives_as_a_range_is_printed_as_one(draw: DrawSample) -> None:
    text = draw("urging-notice", 申请执行费="50.00元至500.00元").text
    assert "另须负担申请执行费50.00元至500.00元。" in text


@pytest.mark.parametrize(
    "template_id",
    [i for i in template_ids() if "后续文书" in load(i).groups],
)
def test_every_number_of_a_chain_of_instruments_is_printed(
    draw: DrawSample, template_id: str
) -> None:
    text = draw(template_id, 后续文书=rows(APPEAL)).text
    assert "（2026）粤0117民初1234号判决" in text
    assert (
        "、" in text.split("（2026）粤0117民初1234号判决")[1].split("（2026）粤01民终77号判决")[0]
    )


def test_papers_served_on_different_days_have_one_clause_each(draw: DrawSample) -> None:
    served = rows(
        {"送达日期": "2026年10月16日", "送达文书": "执行通知书"},
        {"送达日期": "2026年10月20日", "送达文书": "报告财产令、财产申报表"},
    )
    text = draw("fine-warning", 送达=served).text
    assert (
        "于2026年10月16日发出并送达执行通知书等文书，"
        "于2026年10月20日发出并送达报告财产令、财产申报表等文书，并多次与你沟通事宜"
    ) in text


def test_the_deadline_of_urging_is_printed_only_where_given(draw: DrawSample) -> None:
    assert "责令你尽快向债权人履行" in draw("urging-notice").text
    limited = rows({"督促期限届满日": "2026年10月8日"})
    text = draw("urging-notice", 督促限期=limited).text
    assert "责令你尽快（于督促期限届满日2026年10月8日前）向债权人履行" in text


def test_a_ground_without_a_term_prints_none(draw: DrawSample) -> None:
    assert "纳入失信被执行人名单。" in draw("defaulter-decision").text
    term = rows({"失信期限": "二年", "期限届满日期": "2028年11月24日"})
    assert "名单，期限二年，至2028年11月24日止。" in draw("defaulter-decision", 期限=term).text


@pytest.mark.parametrize("kind", ["判决", "调解", "裁定"])
def test_the_instruments_real_kind_is_printed_everywhere(draw: DrawSample, kind: str) -> None:
    text = draw("performance-notice", 文书种类=kind).text
    assert f"本{kind}生效后" in text
    assert text.count(kind) == 4 + text.count("拒不执行判决、裁定罪") * (kind != "调解")


def test_the_objection_notice_has_a_place_to_sign_for_it(draw: DrawSample) -> None:
    assert "签收人（签名或者盖章）：" in draw("objection-notice").text


def test_the_promisor_signs_a_commitment_and_the_court_only_receives_it(draw: DrawSample) -> None:
    for template_id in ("commitment-settlement", "commitment-repair"):
        text = draw(template_id).text
        assert "承诺人（签名或者盖章）：" in text
        assert "本院收件（收件章）：" in text


def test_the_second_wording_of_the_certificate_says_what_remains(draw: DrawSample) -> None:
    text = draw("performance-certificate-main").text
    assert "主动履行完毕上述法律文书确定的义务" not in text
    assert "主动履行上述法律文书确定的主要义务" in text
    assert "同意本院据此出具自动履行证明书" in text
    assert "尚未履行的义务为：加倍支付迟延履行期间的债务利息857.50元的义务。" in text


def test_each_span_knows_its_blank_and_its_source(draw: DrawSample) -> None:
    drawn = draw("urging-notice")
    spans = [span for paragraph in drawn.paragraphs for span in paragraph.spans]
    assert ("陈示例", "被告知人", "示例数据") in [(s.text, s.blank, s.source) for s in spans]
    assert drawn.sources["落款日期"] == "文书日期"
    assert all(span.source for span in spans if span.blank)


def test_a_value_is_never_read_as_wording(draw: DrawSample) -> None:
    sly = draw("urging-notice", 被告知人="<b>#eval(1)$\\{法条:申请执行}")
    assert "<b>#eval(1)$\\{法条:申请执行}：" in sly.text


def test_the_hash_follows_every_value_the_day_and_the_court(draw: DrawSample) -> None:
    same = draw("urging-notice")
    assert same.sha256 == draw("urging-notice").sha256
    assert same.sha256 != draw("urging-notice", 被告知人="林示例").sha256
    assert same.sha256 != draw("urging-notice", on=date(2026, 11, 25)).sha256
    other = draw_up(
        load("urging-notice"),
        sample_blanks(load("urging-notice")),
        on=DAY,
        court=type(SAMPLE_COURT)("广州市增城区人民法院", "粤0118"),
    )
    assert same.sha256 != other.sha256
