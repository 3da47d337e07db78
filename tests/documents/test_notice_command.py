"""`duly notice`: what it prints, what it writes, and how it refuses."""

from pathlib import Path

import pytest

from duly.cli.main import main
from duly.documents.sample import SampleCase
from duly.documents.templates import template_ids


def test_list_names_every_template(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["notice", "list"]) == 0
    listed = capsys.readouterr().out
    assert all(template_id in listed for template_id in template_ids())
    assert "限制消费令　三(一)2　样式待本院核定" in listed


def test_sample_writes_the_formats_asked_for(tmp_path: Path) -> None:
    asked = ["--on", "2026-11-24", "--format", "pdf,docx", "--out", str(tmp_path / "new")]
    assert main(["notice", "sample", "urging-notice", *asked]) == 0
    assert (tmp_path / "new" / "urging-notice.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "new" / "urging-notice.docx").read_bytes().startswith(b"PK")


def test_each_of_the_three_samples_can_be_asked_for(tmp_path: Path) -> None:
    made = {}
    for case in SampleCase:
        asked = ["--on", "2026-11-24", "--format", "docx", "--out", str(tmp_path / case.value)]
        assert main(["notice", "sample", "urging-notice", "--case", case.value, *asked]) == 0
        made[case] = (tmp_path / case.value / "urging-notice.docx").read_bytes()
    assert len(set(made.values())) == len(SampleCase)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["sample", "no-such-paper"], "没有“no-such-paper”这一样式"),
        (["sample", "urging-notice", "--on", "2026-02-30"], "“2026-02-30”不是日期"),
        (["sample", "urging-notice", "--on", "20261124"], "“20261124”不是日期"),
        (["sample", "urging-notice", "--on", "2026-11-24", "--format", "odt"], "不支持“odt”格式"),
        (["sample", "fine-warning", "--on", "2021-12-31"], "条文未存"),
        (["sample", "urging-notice", "--on", "2010-01-01"], "不在库"),
        (["source", "consumption-order"], "样式待本院核定"),
        (["source", "no-such-paper"], "没有“no-such-paper”这一样式"),
    ],
)
def test_a_refusal_is_one_plain_sentence_and_status_1(
    arguments: list[str],
    sentence: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["notice", *arguments]) == 1
    told = capsys.readouterr()
    assert sentence in told.err
    assert told.out == ""
    assert list(tmp_path.iterdir()) == []


def test_source_shows_the_difference_and_the_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["notice", "source", "commitment-repair"]) == 0
    shown = capsys.readouterr().out
    assert "[-将于必定-]{+必定将于+}[3]" in shown
    assert "[3] 语序颠倒" in shown


def test_corrections_prints_a_markdown_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["notice", "corrections"]) == 0
    assert capsys.readouterr().out.startswith(
        "| 文书 | 原文 | 本系统 | 理由 |\n|---|---|---|---|\n"
    )
