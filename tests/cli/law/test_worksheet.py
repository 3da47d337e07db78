"""`duly law …`：给人看的算式"""

import pytest

from duly.cli.main import main


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["law", *arguments]) == 0
    return capsys.readouterr().out


def test_interest_shows_each_slice_and_the_sum(capsys):
    out = said(
        capsys,
        "interest",
        "100000",
        "--due=2022-03-01",
        "--until=2022-05-01",
        "--payment=2022-04-01:40000",
        "--payment=2022-05-01:60000",
    )

    assert "31日" in out
    assert "542.50" in out
    assert "857.50元" in out


def test_fee_shows_its_bands(capsys):
    out = said(capsys, "fee", "acceptance", "30000")

    assert "2.5%" in out
    assert out.rstrip().endswith("550.00元")
    assert "50.00元至500.00元" in said(capsys, "fee", "enforcement")


def test_period_explains_each_day_skipped(capsys):
    out = said(capsys, "period", "2022-09-20", "--days", "15")

    assert "国庆节放假，顺延" in out
    assert "期间最后一日：2022年10月8日（周六）" in out


def test_period_marks_a_provisional_day(capsys):
    assert "（暂定）" in said(capsys, "period", "2027-01-04", "--days", "5")


def test_cite_tells_what_is_not_held(capsys):
    out = said(capsys, "cite", "执行通知", "--on", "2024-01-01")

    assert "《中华人民共和国民事诉讼法》第二百五十一条" in out
    assert "条文未存" in out
    assert "节录" in said(capsys, "cite", "妨害诉讼行为", "--on", "2024-01-01")


def test_case_number_is_taken_apart(capsys):
    out = said(capsys, "case-number", "(2022)粤0117执前调3号")

    assert "（2022）粤0117执前调3号" in out
    assert "类型代字：执前调" in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["interest"], "principal"),
        (["interest", "1e5", "--due=2022-03-01", "--until=2022-05-01"], "半角数字"),
        (["interest", "1", "--due=2022-03-01", "--until=2022-05-01", "--payment=1"], "冒号"),
        (["fee"], "kind"),
        (["period", "2022-09-20"], "length"),
        (["period", "2022-09-20", "--days=1", "--months=1"], "length"),
        (["cite", "执行通知", "--on=2001-01-01"], "2017-07-01"),
        (["case-number", "（2022）粤0117执01号"], "不补零"),
        (["cite", "执行通知", "--on=2024-01-01", "--court=/nonexistent"], "数据目录"),
    ],
)
def test_a_refusal_says_why_and_leaves_status_1(capsys, arguments: list[str], words: str):
    assert main(["law", *arguments]) == 1
    assert words in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["law"], ["law", "nothing"], ["nothing"]])
def test_arguments_not_understood_leave_status_2(capsys, arguments: list[str]):
    assert main(arguments) == 2
    assert "usage" in capsys.readouterr().err


def test_help_lists_the_groups(capsys):
    assert main(["--help"]) == 0
    assert "law" in capsys.readouterr().out
