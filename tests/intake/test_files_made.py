"""The template, the court's own headings, the file of bad rows, and the command."""

import csv
import json
import re
import zipfile
from pathlib import Path

import pytest
from django.conf import settings
from python_calamine import CalamineWorkbook

from duly.cli.main import main
from duly.intake import mapping, template
from duly.intake.columns import COLUMNS, ENGLISH, ERRORS
from duly.intake.faults import Unreadable
from duly.intake.writing import safe, sheet
from duly.registry.models import Instrument, Matter, Party
from duly.work import clock
from tests.intake.conftest import AT, Desk, matter, table, told, write_csv, write_xlsx


def test_every_question_of_the_form_has_its_column_in_both_languages():
    assert set(ENGLISH) == {column.name for column in COLUMNS}
    headings = [column.chinese for column in COLUMNS]
    assert len(set(headings)) == len(headings)


@pytest.mark.parametrize("suffix", ["xlsx", "csv", "json"])
def test_the_example_of_the_template_can_be_imported(desk: Desk, suffix: str):
    path = desk.folder / f"t.{suffix}"
    template.write(path)
    if suffix == "xlsx":
        workbook = CalamineWorkbook.from_path(path)
        assert workbook.sheet_names == ["登记", "填写说明", "示例"]
        assert list(workbook.get_sheet_by_index(0).iter_rows()) == [list(template.HEADINGS)]
        path = write_xlsx(path, workbook.get_sheet_by_name("示例").iter_rows())
    elif suffix == "csv":
        path = write_csv(path, template.example_rows())
    report = desk.take_in(path)
    assert (told(report), report.stored) == ([], 1)
    assert Matter.objects.get().parties.count() == 3


def test_the_template_keeps_long_numbers_as_text(tmp_path: Path):
    template.write(tmp_path / "t.xlsx")
    with zipfile.ZipFile(tmp_path / "t.xlsx") as archive:
        styles = archive.read("xl/styles.xml").decode()
        form = archive.read("xl/worksheets/sheet1.xml").decode()
    (style,) = set(re.findall(r'<col [^>]*style="(\d+)"', form))
    assert 'numFmtId="49"' in re.findall(r"<xf [^>]*>", styles)[1:][int(style)]
    assert "<dataValidation " in form


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_no_file_that_is_written_carries_a_formula(tmp_path: Path, suffix: str):
    hostile = ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "http://x.example", "＝1"]
    path = tmp_path / f"out.{suffix}"
    with sheet(path) as write:
        write(hostile)
    if suffix == "csv":
        (row,) = csv.reader(path.read_text(encoding="utf-8-sig").splitlines())
        assert row == [safe(cell) for cell in hostile]
        assert not any(cell.lstrip().startswith(tuple("=+-@")) for cell in row)
        return
    with zipfile.ZipFile(path) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
    assert list(CalamineWorkbook.from_path(path).get_sheet_by_index(0).iter_rows()) == [hostile]


OWN = """
[headings]
"案件号" = "案号"
"被告" = "履行义务人姓名或名称"
"承办人" = ""

[fixed]
"文书种类" = "判决"
"履行义务人类别" = "自然人"
"收款账户确认方式" = "开庭询问并记入笔录"
"""


def _own_file(desk: Desk) -> Path:
    head, row = table([matter(承办人="=甲")])
    names = {"案号 Case number": "案件号", "履行义务人姓名或名称 Debtor: name": "被告"}
    left_out = [head.index(one) for one in head if one.startswith(("文书种类", "履行义务人类别"))]
    rows = [[names.get(cell, cell) for cell in cells] for cells in (head, row)]
    kept = [[cell for at, cell in enumerate(cells) if at not in left_out] for cells in rows]
    return write_csv(desk.folder / "own.csv", kept)


def test_a_court_keeps_its_own_headings_and_fixed_values(desk: Desk):
    path = _own_file(desk)
    with pytest.raises(Unreadable, match="不认识的表头3个：案件号、被告、承办人"):
        desk.preview(path)
    kept = settings.DULY_HOME / "intake" / "粤0117.toml"
    kept.parent.mkdir(exist_ok=True)
    kept.write_text(OWN, encoding="utf-8")
    try:
        assert told(desk.take_in(path)) == []
    finally:
        kept.unlink()
    assert Party.objects.get(role="debtor").name == "陈示例"
    assert Instrument.objects.get().kind == "judgment"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[headings]\n被告 = 'x'", "不是UTF-8编码的TOML"),
        ('[headings]\n"被告" = "爱好"', "没有“爱好”这一列"),
        ('[fixed]\n"文书种类" = "信"', "没有“信”这一项"),
        ('[fixed]\n"文书种类" = 1', "文字"),
        ("[words]\n", "不认识words"),
    ],
)
def test_a_mapping_that_cannot_be_is_refused(tmp_path: Path, text: str, why: str):
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable, match=why):
        mapping.read(path)


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_bad_rows_are_written_out_mended_and_imported_again(desk: Desk, suffix: str):
    rows = [matter(1), matter(2, amount="一百"), {"number": matter(2)["number"], "cause": "别的"}]
    bad = desk.folder / f"bad.{suffix}"
    report = desk.take_in(rows, bad_rows=bad)
    assert (report.stored, report.bad) == (1, 1)
    if suffix == "csv":
        written = list(csv.reader(bad.read_text(encoding="utf-8-sig").splitlines()))
    else:
        written = list(CalamineWorkbook.from_path(bad).get_sheet_by_index(0).iter_rows())
    head, first, second = written
    assert head[-1] == ERRORS
    assert "金额（元）" in first[-1]
    assert second[head.index("案由 Cause of action")] == "别的"
    mended = [head, ["100.00" if cell == "一百" else cell for cell in first]]
    again = desk.take_in(write_csv(desk.folder / "mended.csv", mended))
    assert (told(again), again.stored) == ([], 1)


def test_bad_matters_of_a_json_file_are_written_as_json(desk: Desk):
    path = desk.folder / "m.json"
    template.write(path)
    (element,) = json.loads(path.read_text(encoding="utf-8"))
    bad = {**element, "number": "（2026）粤0117民初1号", "cause": "", ERRORS: ["以前的"]}
    path.write_text(json.dumps([element, bad]), encoding="utf-8")
    out = desk.folder / "bad.json"
    assert desk.take_in(path, bad_rows=out).stored == 1
    (written,) = json.loads(out.read_text(encoding="utf-8"))
    assert written == {**bad, ERRORS: ["案由：请填写"]}
    with pytest.raises(Unreadable, match="同类"):
        desk.take_in(path, bad_rows=desk.folder / "bad.csv")


def test_the_command_previews_imports_and_says_what_is_wrong(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(clock, "now", lambda: AT)
    good, bad = desk.file([matter(1)]), desk.file([matter(2, cause="")], "bad.xlsx")
    by = ("--by", desk.clerk.username)
    assert main(["import", str(good), *by, "--dry-run"]) == 0
    assert "这是预览，没有登记" in capsys.readouterr().out
    assert Matter.objects.count() == 0
    assert main(["import", str(good), *by]) == 0
    assert "已登记1件" in capsys.readouterr().out
    assert main(["import", str(bad), *by]) == 1
    said = capsys.readouterr().out
    assert "第2行“案由”：请填写" in said
    assert "全部没有登记" in said
    assert main(["import", str(good), "--by", "nobody"]) == 1
    assert "没有用户名为nobody的人" in capsys.readouterr().err
    assert main(["import", str(desk.folder / "none.csv"), *by]) == 1
    assert main(["import"]) == 2
    out = desk.folder / "t.csv"
    assert main(["import", "--template", "--format", "csv", "--out", str(out)]) == 0
    assert out.read_text(encoding="utf-8-sig").startswith("案号 Case number,")
