"""The acceptance map holds: every row once, with a test that runs, a later issue or a decision."""

import ast
import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).parents[2]
MAP = tomllib.loads(Path(__file__).with_name("map.toml").read_text(encoding="utf-8"))["row"]
RULES = 160
# The issues to which a row may still belong; the mechanism itself is done, so it is none of them.
MECHANISM = "The whole mechanism: every rule, every paper, every exit"
LATER = {
    "In bulk: thousands of matters and papers without waiting",
    "The desk: a day's work in the court, in the browser",
    "Reaching people: channels, service with proof, and a portal that debtors understand",
}
PROVED_BY = ("tests", "next", "decision")
NOT_RUN = {"skip", "skipif", "xfail"}


@cache
def _tests(path: Path) -> dict[str, bool]:
    """Return the tests that a file defines, and whether each is run."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = any(
        isinstance(node, ast.Assign)
        and any(isinstance(name, ast.Name) and name.id == "pytestmark" for name in node.targets)
        and _names(node.value) & NOT_RUN
        for node in tree.body
    )
    return {
        node.name: not skipped and not any(_names(mark) & NOT_RUN for mark in node.decorator_list)
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def _names(node: ast.AST) -> set[str]:
    return {part.attr for part in ast.walk(node) if isinstance(part, ast.Attribute)}


def _lines(rows: list[dict[str, Any]], prefix: str) -> list[str]:
    return [row["id"] for row in rows if row["id"].startswith(prefix)]


def test_every_rule_of_the_list_has_its_row_once_and_in_order() -> None:
    assert _lines(MAP, "S-") == [f"S-{number:02d}" for number in range(1, RULES + 1)]


def test_every_fact_of_law_has_its_row_once_and_in_order() -> None:
    rows = _lines(MAP, "L-")

    assert rows == [f"L-{number:02d}" for number in range(1, len(rows) + 1)]
    parts = [row["at"].split(" · ")[0] for row in MAP if "at" in row]
    assert parts == sorted(parts)
    assert set(parts) == set("23456")
    assert len(_lines(MAP, "S-")) + len(rows) == len(MAP)


@pytest.mark.parametrize("row", MAP, ids=lambda row: row["id"])
def test_a_row_says_what_is_asked_and_how_it_is_answered(row: dict[str, Any]) -> None:
    assert row["asks"].strip()
    assert sum(how in row for how in PROVED_BY) == 1
    assert set(row) <= {"id", "at", "asks", "where", *PROVED_BY}


@pytest.mark.parametrize(
    ("row", "test"),
    [(row["id"], test) for row in MAP for test in row.get("tests", ())],
    ids=lambda value: value.rsplit("::", 1)[-1],
)
def test_the_test_that_a_row_names_exists_and_runs(row: str, test: str) -> None:
    path, name = test.split("::")

    assert (PROJECT / path).is_file()
    assert _tests(PROJECT / path).get(name) is True


def _misplaced(rows: list[dict[str, Any]]) -> set[str]:
    return {row["next"] for row in rows if "next" in row} - LATER


def test_what_is_left_for_later_names_its_issue() -> None:
    assert _misplaced(MAP) == set()


def test_nothing_may_be_left_to_the_mechanism_itself() -> None:
    assert _misplaced([{"id": "S-06", "next": MECHANISM}]) == {MECHANISM}


@pytest.mark.parametrize(
    "row", [row for row in MAP if "decision" in row], ids=lambda row: row["id"]
)
def test_a_decision_is_written_down(row: dict[str, Any]) -> None:
    written = (PROJECT / row["where"]).read_text(encoding="utf-8")

    assert f"| {row['decision']} |" in written


def test_decisions_are_numbered_once_and_in_order() -> None:
    written = (PROJECT / "docs" / "decisions.md").read_text(encoding="utf-8")
    numbers = re.findall(r"^\| (D-\d+) \|", written, re.MULTILINE)

    assert numbers == [f"D-{number:02d}" for number in range(1, len(numbers) + 1)]


def test_a_test_that_is_not_run_proves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "test_sample.py"
    path.write_text(
        "import pytest\n"
        "@pytest.mark.skip\ndef test_a(): ...\n"
        "@pytest.mark.xfail(reason='x')\ndef test_b(): ...\n"
        "@pytest.mark.parametrize('x', [1])\ndef test_c(x): ...\n",
        encoding="utf-8",
    )

    assert _tests(path) == {"test_a": False, "test_b": False, "test_c": True}


def test_the_map_counts_what_it_proves() -> None:
    counted = Counter(how for row in MAP for how in PROVED_BY if how in row)

    assert counted["tests"] > counted["next"]
