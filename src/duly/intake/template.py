"""The empty file that a clerk fills in: a heading for each column, what it takes, an example."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from duly.intake.cells import LONG_NUMBERS
from duly.intake.columns import COLUMNS, PARTS, Column
from duly.intake.faults import Unreadable
from duly.intake.writing import OPTIONS, sheet

HEADINGS = tuple(column.heading for column in COLUMNS)
HELP_HEAD = ("列 Column", "必填 Required", "填写说明 What it takes", "可填 Words")
TEXT = 49  # the built-in format of text
_ROWS = 100_000
_LONGEST_LIST = 255

EXAMPLE: tuple[Mapping[str, str], ...] = (
    {
        "number": "（2026）粤0117民初100号",
        "instrument_kind": "判决",
        "made_on": "2026-03-02",
        "cause": "买卖合同纠纷",
        "focus": "商事案件",
        "performance_days": "10",
        "creditor_kind": "单位",
        "creditor_name": "喆淼商贸有限公司",
        "creditor_phone": "13800000001",
        "account_holder": "喆淼商贸有限公司",
        "account_number": "6200000000000005",
        "account_bank": "示例银行从化支行",
        "account_route": "开庭询问并记入笔录",
        "account_evidence": "2026年2月10日庭审笔录第5页",
        "debtor_kind": "自然人",
        "debtor_name": "陈示例",
        "debtor_identifier": "440199199003070013",
        "debtor_phone": "13800000002",
        "debtor_address": "广州市从化区示例路1号",
        "address_confirmed": "是",
        "duty_kind": "金钱给付",
        "duty": "货款",
        "amount": "100000.00",
        "interest_kind": "固定年利率（%）",
        "interest_rate": "3.45",
        "interest_from": "2025-06-01",
        "court_fee": "2300.00",
        "owed_by": "陈示例、示例建材有限公司",
    },
    {
        "number": "（2026）粤0117民初100号",
        "debtor_kind": "单位",
        "debtor_name": "示例建材有限公司",
        "duty_kind": "金钱给付",
        "duty": "违约金",
        "amount": "5000.00",
        "interest_kind": "文书没有确定利息",
        "owed_by": "示例建材有限公司",
    },
)
"""One matter of two debtors: both owe the price jointly, the second a penalty of his own."""


def write(path: Path) -> None:
    """Write the template in the format of the path's suffix: .xlsx, .csv or .json.

    :raises Unreadable: for another suffix.
    """
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        _write_workbook(path)
    elif suffix == ".json":
        text = json.dumps([as_object(EXAMPLE)], ensure_ascii=False, indent=2)
        path.write_text(text + "\n", encoding="utf-8")
    elif suffix == ".csv":
        with sheet(path) as write_row:
            write_row(HEADINGS)
    else:
        raise Unreadable("模板只有.xlsx、.csv、.json三种")


def as_object(rows: Sequence[Mapping[str, str]]) -> dict[str, object]:
    """Return the rows of a matter as a JSON file has it."""
    parts: dict[str, list[dict[str, str]]] = {part: [] for part in PARTS}
    for row in rows:
        for part in PARTS:
            answers = {
                column.key: row[column.name]
                for column in COLUMNS
                if column.part == part and column.name in row
            }
            if answers:
                parts[part].append(answers)
    instrument, *_ = parts.pop("instrument")
    return {**instrument, **parts}


def example_rows() -> Iterator[Sequence[str]]:
    """Return the example as the rows of a sheet, the headings first."""
    yield HEADINGS
    for row in EXAMPLE:
        yield [row.get(column.name, "") for column in COLUMNS]


def _write_workbook(path: Path) -> None:
    with xlsxwriter.Workbook(path, {**OPTIONS, "constant_memory": False}) as workbook:
        # Cells are text from the start: a spreadsheet spoils long numbers and days.
        text = workbook.add_format({"num_format": TEXT})
        head = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        _write_form(workbook, text, head)
        help_rows = [HELP_HEAD, *(_help(column) for column in COLUMNS)]
        for name, rows in (("填写说明", help_rows), ("示例", list(example_rows()))):
            page = workbook.add_worksheet(name)
            page.set_column(0, len(rows[0]) - 1, 24, text)
            for place, row in enumerate(rows):
                for column, cell in enumerate(row):
                    page.write_string(place, column, cell, head if place == 0 else text)


def _write_form(workbook: Workbook, text: Format, head: Format) -> None:
    form = workbook.add_worksheet("登记")
    form.freeze_panes(1, 1)
    form.set_column(0, len(COLUMNS) - 1, 20, text)
    for place, column in enumerate(COLUMNS):
        form.write_string(0, place, column.heading, head)
        if column.words and len(",".join(column.words)) <= _LONGEST_LIST:
            choice = {"validate": "list", "source": list(column.words)}
            form.data_validation(1, place, _ROWS, place, choice)


def _help(column: Column) -> Sequence[str]:
    required = column.ask.required and column.words != ("是", "否")
    hint = column.ask.hint or ("以文本填写" if column.ask.kind in LONG_NUMBERS else "")
    return (column.heading, "是" if required else "", hint, "、".join(column.words))
