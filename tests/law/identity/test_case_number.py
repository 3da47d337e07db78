"""案号规定 · 案号的编排"""

import pytest

from duly.law.identity import CaseNumber, Malformed


@pytest.mark.parametrize(
    ("text", "year", "court", "kind", "serial"),
    [
        ("（2022）粤0117执123号", 2022, "粤0117", "执", 123),
        ("（2022）粤0117民初1号", 2022, "粤0117", "民初", 1),
        ("（2022）粤0117执前调12号", 2022, "粤0117", "执前调", 12),
        ("（2022）粤0117执诉前调12号", 2022, "粤0117", "执诉前调", 12),
        ("（2023）粤01民终9号", 2023, "粤01", "民终", 9),
        ("（2023）粤民终9号", 2023, "粤", "民终", 9),
        ("（2023）最高法民申9号", 2023, "最高法", "民申", 9),
        ("（2026）某0117执恢3号", 2026, "某0117", "执恢", 3),
    ],
)
def test_a_number_is_taken_apart(text: str, year: int, court: str, kind: str, serial: int):
    assert CaseNumber.parse(text) == CaseNumber(year, court, kind, serial, text)


@pytest.mark.parametrize(
    "text",
    [
        "(2022)粤0117执123号",
        "（2022)粤0117执123号",
        " （2022）粤0117执123号\n",
        "　(2022)粤0117执123号",
    ],
)
def test_brackets_become_full_width_and_surrounding_spaces_go(text: str):
    assert str(CaseNumber.parse(text)) == "（2022）粤0117执123号"


def test_no_kind_is_taken_for_another():
    urging = CaseNumber.parse("（2022）粤0117执前调12号")
    local = CaseNumber.parse("（2022）粤0117执诉前调12号")

    assert urging != local
    assert urging.kind != local.kind


def test_the_old_form_is_kept_as_written_without_a_kind():
    found = CaseNumber.parse("（2015）穗从法民初字第5号")

    assert found == CaseNumber(2015, "穗从法民初", None, 5, "（2015）穗从法民初字第5号")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "不能为空"),
        ("　 ", "不能为空"),
        ("（2022）粤0117执0号", "从1开始"),
        ("（2022）粤0117执012号", "不补零"),
        ("（2015）穗从法民初字第05号", "不补零"),
        ("（2022）粤0117执1234567890号", "过长"),
        ("（２０２２）粤0117执1号", "全角数字"),
        ("（2022）粤0117执１号", "全角数字"),
        ("（2022）粤0117 执1号", "空格"),
        ("（2022）粤 0117执1号", "空格"),
        ("（2022）粤0117执\u200b1号", "U\\+200B"),
        ("（2022）粤0117执1号\u202e", "U\\+202E"),
        ("（2022）粤0117执\x001号", "U\\+0000"),
        ("（2022）粤0117执××号", "尚未填写"),
        ("（XX）粤0117民初XX号", "尚未填写"),
        ("〔2022〕粤0117执1号", "圆括号"),
        ("（2022）粤0117执1号之一", "之一"),
        ("（2022）粤0117执1", "案号应为"),
        ("（2022）粤0117甲乙丙丁戊1号", "1至4个汉字"),
        ("（2022）粤01171号", "案号应为"),
        ("（2022）0117执1号", "案号应为"),
        ("（22）粤0117执1号", "案号应为"),
        ("（1022）粤0117执1号", "收案年度"),
        ("（9999）粤0117执1号", "收案年度"),
        ("（2022）粤0117执-1号", "案号应为"),
        ("（2022）粤0117执1.5号", "案号应为"),
        ("（2022）粤0117执٣号", "案号应为"),
        ("\ud800", "U\\+D800"),
    ],
)
def test_a_refusal_names_the_rule(text: str, rule: str):
    with pytest.raises(Malformed, match=rule) as refusal:
        CaseNumber.parse(text)

    assert refusal.value.field == "case_number"
