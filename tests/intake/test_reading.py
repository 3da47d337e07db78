"""Files as spreadsheets leave them, and files made to do harm."""

import json
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from duly.intake import verdicts
from duly.intake.faults import Unreadable
from duly.intake.reading import screening
from duly.registry.models import Instrument, Party
from tests.intake.conftest import Desk, matter, table, told, write_csv, write_xlsx

SHEET = "xl/worksheets/sheet1.xml"
MOMENT = datetime.fromisoformat("2026-03-02 10:05")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv_is_read_in_utf_8_and_gb18030(desk: Desk, encoding: str):
    rows = table([matter(debtor_name="陈喆𬭛")])
    desk.take_in(write_csv(desk.folder / "m.csv", rows, encoding))
    assert Party.objects.get(role="debtor").name == "陈喆𬭛"


def test_another_encoding_is_refused_with_the_way_out(desk: Desk):
    path = write_csv(desk.folder / "m.csv", table([matter()]), "utf-16")
    with pytest.raises(Unreadable, match="另存为“CSV UTF-8"):
        desk.preview(path)
    path.write_bytes("案号".encode() + b"\xff\xff")
    with pytest.raises(Unreadable, match="另存为"):
        desk.preview(path)


def test_a_csv_row_with_more_cells_than_headings_is_a_fault(desk: Desk):
    head, row = table([matter()])
    report = desk.preview(write_csv(desk.folder / "m.csv", [head, [*row, "多出"]]))
    assert told(report) == [f"第2行“第{len(head) + 1}列”：没有表头，不知道是什么内容"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b'"a', "引号"),
        (b"", "空的"),
        ("案号,案号".encode(), "有2列"),
        ("案号,爱好".encode(), "爱好"),
    ],
)
def test_a_broken_csv_is_refused(desk: Desk, content: bytes, why: str):
    path = desk.folder / "m.csv"
    path.write_bytes(content)
    with pytest.raises(Unreadable, match=why):
        desk.preview(path)


def test_days_and_numbers_of_a_spreadsheet_are_taken_as_they_are_shown(desk: Desk):
    report = desk.take_in(
        desk.file(
            [matter(made_on=date(2026, 3, 2), amount=12345.67, performance_days=10)], "m.xlsx"
        )
    )
    assert told(report) == []
    instrument = Instrument.objects.get()
    assert (instrument.made_date, instrument.performance_days) == (date(2026, 3, 2), 10)
    assert instrument.obligations.get(kind="money").amount_fen == 1234567


@pytest.mark.parametrize("written", ["2026/3/2", "2026年3月2日", "2026.03.02"])
def test_a_day_is_read_in_the_ways_in_which_spreadsheets_write_it(desk: Desk, written: str):
    desk.take_in([matter(made_on=written)])
    assert Instrument.objects.get().made_date == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("name", "cell", "column", "why"),
    [
        ("made_on", 46083, "作出日期", "是数字46083而不是日期"),
        ("made_on", MOMENT, "作出日期", "带有时刻"),
        ("made_on", time(10, 5), "作出日期", "时刻"),
        ("debtor_identifier", 440199199003070013, "履行义务人证件号码", "末尾几位已经丢失"),
        ("debtor_identifier", "4.40199E+17", "履行义务人证件号码", "末尾几位已经丢失"),
        ("account_number", "6.2E+15", "收款账户账号", "末尾几位已经丢失"),
        ("amount", -0.0, "金额（元）", "写成半角数字"),
        ("amount", 1e308, "金额（元）", "长数字"),
        ("amount", 12345.678, "金额（元）", "两位小数"),
        ("amount", -5, "金额（元）", "写成半角数字"),
        ("duty", date(2026, 3, 2), "义务内容", "是日期而不是文字"),
    ],
)
def test_what_a_spreadsheet_has_spoilt_is_refused_with_the_way_out(
    desk: Desk, name: str, cell: Any, column: str, why: str
):
    path = desk.folder / "m.xlsx"
    rows = table([matter(**{name: cell})])
    _write_exactly(path, rows)
    (fault,) = desk.preview(path).faults
    assert (fault.row, fault.column) == (2, column)
    assert why in fault.why


def test_minus_nothing_in_a_sheet_is_no_amount(desk: Desk):
    path = desk.file([matter(amount=7777)], "m.xlsx")
    _replace(path, b"<v>7777</v>", b"<v>-0</v>")
    assert desk.preview(path).bad == 1
    path = desk.file([matter(amount=7777)], "n.xlsx")
    _replace(path, b"<v>7777</v>", b"<v>1E309</v>")
    assert desk.preview(path).bad == 1


def test_a_formula_is_refused_by_its_cell(desk: Desk):
    path = desk.file([matter(amount="=1+1")], "m.xlsx")
    with pytest.raises(Unreadable, match=r"单元格[A-Z]+2是公式.*选择性粘贴"):
        desk.preview(path)


def test_a_formula_that_text_hides_is_refused(desk: Desk):
    for hostile in ("=1+1", "+1", "@SUM(A1)", "-2+3", "＝1", "  =1"):
        (fault,) = desk.preview([matter(cause=hostile)]).faults
        assert (fault.column, "公式" in fault.why) == ("案由", True)
    assert desk.preview([matter(debtor_phone="+86 13800000002")]).faults == []


def test_rows_are_counted_as_the_spreadsheet_counts_them(desk: Desk):
    head, row = table([matter(cause="")])
    path = write_xlsx(desk.folder / "m.xlsx", [head, [], [], row])
    assert [fault.row for fault in desk.preview(path).faults] == [4]
    path = write_csv(desk.folder / "m.csv", [head, [], row])
    assert [fault.row for fault in desk.preview(path).faults] == [3]


def test_a_sheet_that_unpacks_too_large_is_not_unpacked(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    path = desk.file([matter()], "m.xlsx")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/bomb.bin", b"\0" * 4_000_000)
    monkeypatch.setattr(screening, "MOST_BYTES", 1_000_000)
    with pytest.raises(Unreadable, match="解压后过大"):
        desk.preview(path)


def test_a_part_that_is_spoilt_is_refused(desk: Desk):
    path = desk.file([matter()], "m.xlsx")
    raw = bytearray(path.read_bytes())
    place = raw.index(SHEET.encode()) + len(SHEET) + 20
    raw[place : place + 40] = bytes(40)
    path.write_bytes(raw)
    with pytest.raises(Unreadable, match="不是完好的Excel"):
        desk.preview(path)


def test_a_million_columns_are_refused_in_a_sentence(desk: Desk):
    head, row = table([matter()])
    wide = [f"列{place}" for place in range(1_000_000)]
    path = write_csv(desk.folder / "m.csv", [[*head, *wide], row])
    with pytest.raises(Unreadable, match="不认识的表头1000000个") as refused:
        desk.preview(path)
    assert len(str(refused.value)) < 200
    report = desk.preview(write_csv(desk.folder / "n.csv", [head, [*row, *wide[:1000]]]))
    assert len(report.faults) == 1


def test_a_file_that_breaks_off_stores_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(verdicts, "AT_ONCE", 1)
    path = desk.file([matter(1), matter(2)])
    path.write_bytes(path.read_bytes() + b'"')
    for bad_rows in (None, desk.folder / "bad.csv"):
        with pytest.raises(Unreadable, match="引号"):
            desk.take_in(path, bad_rows=bad_rows)
    assert not Instrument.objects.exists()


def test_a_part_that_lies_about_its_size_is_refused(desk: Desk):
    path = desk.file([matter()], "m.xlsx")
    raw = bytearray(path.read_bytes())
    # The sizes that the directory at the end tells of the sheet.
    place = raw.rindex(SHEET.encode()) - 46
    raw[place + 24 : place + 28] = (100).to_bytes(4, "little")
    path.write_bytes(raw)
    with pytest.raises(Unreadable, match="不是完好的Excel"):
        desk.preview(path)


@pytest.mark.parametrize("reference", ["XFD2", "B1048576"])
def test_a_cell_far_away_does_not_take_all_memory(desk: Desk, reference: str):
    path = desk.file([matter()], "m.xlsx")
    cell = f'<row r="9"><c r="{reference}"><v>1</v></c></row></sheetData>'
    _replace(path, b"</sheetData>", cell.encode())
    with pytest.raises(Unreadable, match=r"列，不能导入|工作表过大"):
        desk.preview(path)


def test_a_file_that_is_no_workbook_is_refused(desk: Desk):
    path = desk.folder / "m.xlsx"
    for content in (b"", b"PK\x05\x06" + b"\0" * 18, b"not a workbook", "案号,案由".encode()):
        path.write_bytes(content)
        with pytest.raises(Unreadable):
            desk.preview(path)
    with pytest.raises(Unreadable, match=r"\.xls文件请另存为"):
        desk.preview(desk.folder / "m.xls")


OBJECT = {
    "number": "（2026）粤0117民初100号",
    "instrument_kind": "判决",
    "made_on": "2026-03-02",
    "cause": "买卖合同纠纷",
    "focus": "商事案件",
    "creditors": [{"kind": "单位", "name": "喆淼商贸有限公司"}],
    "debtors": [{"kind": "自然人", "name": "陈示例", "address_confirmed": True}],
    "duties": [
        {
            "duty_kind": "金钱给付",
            "duty": "货款",
            "amount": "100000.00",
            "interest_kind": "文书没有确定利息",
        }
    ],
}


def _json(desk: Desk, text: str) -> Path:
    path = desk.folder / "m.json"
    path.write_text(text, encoding="utf-8")
    return path


def test_json_has_a_list_of_matters(desk: Desk):
    other = {**OBJECT, "number": "（2026）粤0117民初101号"}
    report = desk.take_in(_json(desk, json.dumps([OBJECT, other])))
    assert (told(report), report.stored) == ([], 2)
    assert desk.take_in(_json(desk, "[]")).matters == 0


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"made_on": "明天"}, "第1行“作出日期”：日期应为"),
        ({"court": "x"}, "第1行“court”：不认识的字段"),
        ({"debtors": {}}, "第1行“debtors”：应为数组"),
        ({"debtors": [{"kind": "自然人"}]}, "第1行“debtors[0].履行义务人姓名或名称”：请填写"),
        ({"duties": ["货款"]}, "第1行“duties[0]”：应为一个JSON对象"),
        ({"cause": ["x"]}, "第1行“cause”：应为文字"),
        ({"creditors": []}, "第1行“债权人类别”：请选择"),
    ],
)
def test_an_error_in_json_is_told_by_its_path(desk: Desk, changes: dict[str, Any], fault: str):
    report = desk.preview(_json(desk, json.dumps([{**OBJECT, **changes}], ensure_ascii=False)))
    assert any(line.startswith(fault) for line in told(report)), told(report)


@pytest.mark.parametrize(
    ("amount", "good"), [("100000.10", True), ("1e5", False), ("1E309", False), ("-0", False)]
)
def test_a_number_of_json_is_taken_as_it_is_written(desk: Desk, amount: str, good: bool):
    text = json.dumps([OBJECT], ensure_ascii=False).replace('"100000.00"', amount)
    assert desk.preview(_json(desk, text)).new == int(good)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{}", "应当是一个数组"),
        ("[{}", "不完整"),
        ("[{},]", "有错误"),
        ("[{}] x", "之后还有内容"),
        ('[{"number": 1, "number": 2}]', "同名"),
        ('[{"amount": NaN}]', "NaN不是数值"),
        ("[" * 100_000, "层次过深|有错误"),
    ],
)
def test_broken_json_is_refused(desk: Desk, text: str, why: str):
    with pytest.raises(Unreadable, match=why):
        desk.preview(_json(desk, text))


def _write_exactly(path: Path, rows: Sequence[Sequence[Any]]) -> None:
    """Write a sheet in which text is text and a number a number."""
    import xlsxwriter

    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as workbook:
        formats = {
            date: workbook.add_format({"num_format": "yyyy-mm-dd"}),
            datetime: workbook.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
            time: workbook.add_format({"num_format": "hh:mm"}),
        }
        sheet = workbook.add_worksheet()
        for place, row in enumerate(rows):
            for column, cell in enumerate(row):
                if type(cell) in formats:
                    sheet.write_datetime(place, column, cell, formats[type(cell)])
                else:
                    sheet.write(place, column, cell)


def _replace(path: Path, old: bytes, new: bytes) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old in parts[SHEET]
    parts[SHEET] = parts[SHEET].replace(old, new)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
