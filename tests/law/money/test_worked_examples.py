"""Every worked example on file, so that a judge can add one without Python."""

import csv
import tomllib
from pathlib import Path
from typing import Any

import pytest

from duly.law.money import (
    LprTable,
    Payment,
    Stretch,
    Yuan,
    acceptance_fee,
    doubled_interest,
    enforcement_fee,
    exact_text,
    ordinary_interest,
    preservation_fee,
    read_terms,
)

HERE = Path(__file__).parent
DOUBLED = tomllib.loads((HERE / "doubled.toml").read_text())["example"]
ORDINARY = tomllib.loads((HERE / "ordinary.toml").read_text())["example"]
FEES = list(csv.DictReader((HERE / "fees.csv").read_text().splitlines()))


def payments(example: dict[str, Any]) -> list[Payment]:
    return [Payment(row["on"], Yuan.of(row["amount"])) for row in example.get("payments", [])]


@pytest.mark.parametrize("example", DOUBLED, ids=lambda example: example["name"])
def test_doubled_interest(example: dict[str, Any]) -> None:
    worksheet = doubled_interest(
        Yuan.of(example["principal"]),
        due=example["due"],
        payments=payments(example),
        until=example["until"],
        excluded=[Stretch(row["from"], row["to"]) for row in example.get("excluded", [])],
    )

    lines = [
        [line.start, line.end, line.days, line.balance.plain, exact_text(line.interest)]
        for line in worksheet.slices
    ]
    assert lines == example["slices"]
    assert worksheet.doubled.plain == example["doubled"]


@pytest.mark.parametrize("example", ORDINARY, ids=lambda example: example["name"])
def test_ordinary_interest(example: dict[str, Any]) -> None:
    worksheet = ordinary_interest(
        Yuan.of(example["principal"]),
        terms=read_terms(example["terms"]),
        payments=payments(example),
        until=example["until"],
        lpr=LprTable.on_file(),
    )

    assert worksheet.ordinary.plain == example["ordinary"]


@pytest.mark.parametrize("row", FEES, ids=lambda row: row["amount"])
def test_fees(row: dict[str, str]) -> None:
    amount = Yuan.of(row["amount"])
    fees = {
        "acceptance": acceptance_fee(amount),
        "halved": acceptance_fee(amount, halved=True),
        "enforcement": enforcement_fee(amount),
        "preservation": preservation_fee(amount),
    }

    assert {name: fee.highest.plain for name, fee in fees.items()} == {
        name: row[name] for name in fees
    }
