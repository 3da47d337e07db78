"""Files of matters as courts have them, imported by a clerk of the demo court."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from duly.accounts.models import User
from duly.intake import actions, queries
from duly.intake.columns import BY_NAME, ERRORS
from duly.intake.report import Report
from duly.law.terms import Role
from duly.registry.models import Court
from tests.procedure.conftest import court, laid, noon, staff

__all__ = ["court", "laid", "staff"]

AT = noon(date(2026, 3, 3))
Rows = Sequence[Mapping[str, Any]]

MATTER = {
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
    "interest_kind": "文书没有确定利息",
    "court_fee": "2300.00",
}


def matter(serial: int = 100, **changes: Any) -> dict[str, Any]:
    """A matter in one row; an empty change leaves the cell blank."""
    return {**MATTER, "number": f"（2026）粤0117民初{serial}号", **changes}


def table(rows: Rows) -> list[list[Any]]:
    """The rows as a sheet has them, the headings first."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    heads = [BY_NAME[name].heading if name in BY_NAME else name for name in names]
    return [heads, *([row.get(name, "") for name in names] for row in rows)]


def write_csv(path: Path, rows: Iterable[Sequence[Any]], encoding: str = "utf-8") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def write_xlsx(path: Path, rows: Iterable[Sequence[Any]]) -> Path:
    """A sheet as a clerk makes it: numbers as numbers, days as days, = as a formula."""
    with xlsxwriter.Workbook(path) as workbook:
        day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        sheet = workbook.add_worksheet()
        for place, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(place, column, cell, day)
                else:
                    sheet.write(place, column, cell)
    return path


@dataclass(frozen=True)
class Desk:
    """A clerk with a folder of files."""

    clerk: User
    court: Court
    folder: Path

    def file(self, rows: Rows, name: str = "matters.csv") -> Path:
        path = self.folder / name
        return (write_csv if path.suffix == ".csv" else write_xlsx)(path, table(rows))

    def take_in(self, rows: Rows | Path, **options: Any) -> Report:
        path = rows if isinstance(rows, Path) else self.file(rows)
        return actions.import_file(path, actor=self.clerk, at=AT, **options)

    def preview(self, rows: Rows | Path) -> Report:
        path = rows if isinstance(rows, Path) else self.file(rows)
        return queries.preview(path, actor=self.clerk, at=AT)


@pytest.fixture
def desk(court: Court, staff: Mapping[Role, User], tmp_path: Path) -> Desk:
    return Desk(staff[Role.TRIAL_CLERK], court, tmp_path)


def told(report: Report) -> list[str]:
    return [str(fault) for fault in report.faults]


__all__ += ["ERRORS"]
