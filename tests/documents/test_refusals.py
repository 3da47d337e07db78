"""A paper is drawn up only when complete; what is wrong is named, all at once."""

import pytest

from duly.documents.blank import Blank, Blanks, Rows
from duly.documents.drawing import Reason, Refused, draw_up
from duly.documents.sample import SAMPLE_COURT, sample_blanks
from duly.documents.templates import BlankKind, declared, load, template_ids
from tests.documents.conftest import DAY, DrawSample, rows


def reasons(refused: pytest.ExceptionInfo[Refused]) -> list[tuple[str, str]]:
    """Return kind and blank of each refusal."""
    return [(r.reason.value, r.blank) for r in refused.value.refusals]


@pytest.mark.parametrize(
    ("template_id", "blank"),
    [(i, b) for i in template_ids() for b in load(i).blanks if ":" not in b],
)
def test_every_blank_unfilled_is_refused_by_name(template_id: str, blank: str) -> None:
    if declared()[blank].kind is BlankKind.BUILT_IN:
        return
    blanks = {n: v for n, v in sample_blanks(load(template_id)).items() if n != blank}
    with pytest.raises(Refused, match=f"空白项“{blank}”未填") as refused:
        draw_up(load(template_id), blanks, on=DAY, court=SAMPLE_COURT)
    assert reasons(refused) == [("unfilled", blank)]


@pytest.mark.parametrize("empty", ["", " ", "　"])
def test_an_empty_value_is_unfilled(draw: DrawSample, empty: str) -> None:
    with pytest.raises(Refused, match="空白项“被告知人”未填"):
        draw("urging-notice", 被告知人=empty)


@pytest.mark.parametrize(
    "left", ["××", "XX", "XXX", "ＸＸ", "zdqz", "____", "{{案由}}", "None", "李XX", "（XX）号"]
)
def test_a_placeholder_left_over_is_refused_by_name(draw: DrawSample, left: str) -> None:
    with pytest.raises(Refused, match="被告知人") as refused:
        draw("urging-notice", 被告知人=left)
    assert reasons(refused) == [("left_over", "被告知人")]


@pytest.mark.parametrize("name", ["EXXON公司", "XXL", "91440199MA5XX8XX1K", "Nonesuch公司", "诺内"])
def test_a_real_name_that_only_resembles_a_placeholder_passes(draw: DrawSample, name: str) -> None:
    assert name in draw("urging-notice", 被告知人=name).text


@pytest.mark.parametrize(
    ("blank", "value"),
    [("户名", "张三"), ("账号", "0000-0000-0000-000"), ("开户行", "XX银行XX支行")],
)
def test_the_sources_sample_account_is_refused(draw: DrawSample, blank: str, value: str) -> None:
    account = {"户名": "喆淼公司", "账号": "4401990012345678901", "开户行": "示例银行"}
    with pytest.raises(Refused) as refused:
        draw("performance-notice", 收款账户=rows({**account, blank: value}))
    assert reasons(refused) == [("left_over", blank)]


def test_a_real_payee_of_the_samples_name_passes_once_verified(draw: DrawSample) -> None:
    account = {
        "户名": Blank("张三", "收款账户确认书", verified=True),
        "账号": Blank("4401990012345678901", "收款账户确认书"),
        "开户行": Blank("示例银行", "收款账户确认书"),
    }
    assert "张三" in draw("performance-notice", 收款账户=Rows((account,))).text


@pytest.mark.parametrize(
    ("template_id", "blank", "value"),
    [
        ("urging-notice", "作出日期", "2026-03-02"),
        ("urging-notice", "作出日期", "2026年13月2日"),
        ("urging-notice", "作出日期", "2026年2月30日"),
        ("urging-notice", "作出日期", "２０２６年3月2日"),
        ("urging-notice", "案件受理费", "1e309"),
        ("urging-notice", "案件受理费", "-0.00元"),
        ("urging-notice", "案件受理费", "12.3元"),
        ("urging-notice", "称谓", "你（或你单位）"),
        ("urging-notice", "文书种类", "判决/调解/裁定"),
        ("urging-notice", "案由", "买卖合同纠纷"),
        ("urging-notice", "督促案号", "(2026)粤0117执前调1号"),
        ("urging-notice", "被告知人", "陈\u202e示例"),
        ("urging-notice", "被告知人", "陈\n示例"),
    ],
)
def test_a_malformed_value_is_refused_by_name(
    draw: DrawSample, template_id: str, blank: str, value: str
) -> None:
    with pytest.raises(Refused, match=blank) as refused:
        draw(template_id, **{blank: value})
    assert reasons(refused) == [("malformed", blank)]


def test_an_unknown_blank_is_refused(draw: DrawSample) -> None:
    with pytest.raises(Refused, match="样式中没有“立案日期”"):
        draw("urging-notice", 立案日期="2026年1月1日")


def test_what_duly_fills_itself_cannot_be_given(draw: DrawSample) -> None:
    with pytest.raises(Refused, match="落款日期"):
        draw("urging-notice", 落款日期="2026年1月1日")


def test_a_citation_cannot_be_given(draw: DrawSample) -> None:
    with pytest.raises(Refused, match="样式中没有“法条:院长批准”"):
        draw("urging-notice", **{"法条:院长批准": "第一百条"})


def test_a_group_that_may_not_be_empty_needs_a_row(draw: DrawSample) -> None:
    with pytest.raises(Refused, match="空白项“义务”至少要有一行"):
        draw("urging-notice", 义务=rows())


def test_a_blank_missing_in_a_row_is_named_with_its_row(draw: DrawSample) -> None:
    with pytest.raises(Refused, match="送达第1行·送达文书"):
        draw("fine-warning", 送达=rows({"送达日期": "2026年10月16日"}))


def test_a_value_without_a_source_is_refused() -> None:
    blanks: Blanks = {**sample_blanks(load("objection-notice")), "被告知人": Blank("陈示例", "")}
    with pytest.raises(Refused, match="没有注明出自哪一项记录"):
        draw_up(load("objection-notice"), blanks, on=DAY, court=SAMPLE_COURT)


def test_a_character_without_a_glyph_is_named_with_its_code(draw: DrawSample) -> None:
    with pytest.raises(Refused, match=r"“\U00012000”（U\+12000）没有可用的字形") as refused:
        draw("urging-notice", 被告知人="陈\U00012000")
    assert reasons(refused) == [("no_glyph", "被告知人")]


def test_everything_wrong_is_told_at_once(draw: DrawSample) -> None:
    with pytest.raises(Refused) as refused:
        draw("urging-notice", 被告知人=None, 案由="××", 立案日期="2026年1月1日", 称谓="您")
    assert sorted(r.reason for r in refused.value.refusals) == sorted(
        [Reason.UNFILLED, Reason.LEFT_OVER, Reason.UNKNOWN, Reason.MALFORMED]
    )
