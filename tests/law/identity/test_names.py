"""姓名和单位名称：一种写法，没有看不见的字符，生僻字照收"""

import unicodedata

import pytest

from duly.law.identity import Malformed, person_name, unit_name


@pytest.mark.parametrize(
    "name",
    [
        "张三",
        "欧阳某某",
        "喆",
        "堃淼赟",
        "㛃龘䶮𠅤𬭛",
        "〇一",
        "买买提·吐尔逊",
        "José Díaz",
        "O’Neil, John A.",
    ],
)
def test_a_name_is_kept_as_it_is(name: str):
    assert person_name.check(name) == name


@pytest.mark.parametrize("dot", "•‧∙⋅・･")
def test_other_middle_dots_become_the_one(dot: str):
    assert person_name.check(f"买买提{dot}吐尔逊") == "买买提·吐尔逊"


def test_a_name_is_returned_in_nfc():
    assert person_name.check("Jose\u0301") == "José"
    assert person_name.check("\uf9d0") == unicodedata.normalize("NFC", "\uf9d0")


def test_surrounding_spaces_are_trimmed():
    assert person_name.check("　张三 ") == "张三"


@pytest.mark.parametrize(
    "unseen",
    [
        "\x00",
        "\x1b",
        "\x85",
        "\u00ad",
        "\u061c",
        "\u200b",
        "\u200d",
        "\u200e",
        "\u202e",
        "\u2028",
        "\u2066",
        "\u2060",
        "\u3164",
        "\u2800",
        "\ufe0f",
        "\ufeff",
        "\U000e0100",
        "\ud800",
    ],
)
def test_a_character_that_nobody_sees_is_refused(unseen: str):
    for check in (person_name.check, unit_name.check):
        with pytest.raises(Malformed, match=f"U\\+{ord(unseen):04X}"):
            check(f"张{unseen}三")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "不能为空"),
        ("张 三", "空格"),
        ("张　三", "空格"),
        ("张3", "数字"),
        ("张３", "数字"),
        ("张·", "间隔号"),
        ("·张", "间隔号"),
        ("张··三", "间隔号"),
        ("买买提.吐尔逊", "间隔号"),
        ("张×", "间隔号"),
        ("XX", "待填写"),
        ("某某", "待填写"),
        ("\ue863", "自造字"),
        ("张三（曾用名李四）", "另行登记"),
        ("Иван", "拉丁字母"),
        ("张A", "拉丁字母"),
        ("张" * 65, "过长"),
    ],
)
def test_a_name_is_refused_by_its_rule(text: str, rule: str):
    with pytest.raises(Malformed, match=rule) as refusal:
        person_name.check(text)

    assert refusal.value.field == "name"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("广州某某贸易有限公司", "广州某某贸易有限公司"),
        ("某某(从化)实业有限公司", "某某（从化）实业有限公司"),
        ("ABC 100 Ltd.", "ABC 100 Ltd."),
    ],
)
def test_a_units_name_has_one_spelling(text: str, kept: str):
    assert unit_name.check(text) == kept


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "不能为空"),
        ("某某（从化实业", "不成对"),
        ("某某 公司", "空格"),
        ("12345", "只能由"),
        ("某某<script>公司", "只能由"),
        ("XX", "待填写"),
        ("甲" * 121, "过长"),
    ],
)
def test_a_units_name_is_refused_by_its_rule(text: str, rule: str):
    with pytest.raises(Malformed, match=rule):
        unit_name.check(text)
