"""Habits of the house that no linter knows: sizes, docstrings, exact money, no workplace words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
SOURCES = sorted(path for path in (PROJECT / "src").rglob("*.py") if "migrations" not in path.parts)
MONEY = [path for path in SOURCES if {"money", "ledger"} & set(path.relative_to(PROJECT).parts)]
MODULE_LINES = 300
# Handed out alone: whoever verifies a paper gets one file.
IN_ONE_FILE = {PROJECT / "src" / "duly_verify.py": 420}
FUNCTION_LINES = 40
CATCH_ALLS = {"utils", "helpers", "common", "misc", "base", "manager", "services", "handlers"}
# What belongs to a machine on which Duly is made, not to Duly.
WORKPLACE = re.compile(r"(?<!duly)/work/|/home/|/root/|/opt/|\.internal\b")
ADDRESS = re.compile(r"https?://([\w.{}-]+)")
# This machine, names that lead nowhere, and those that only name a format or a licence.
MEANT = re.compile(
    r"127\.0\.0\.1|localhost|testserver|\{[\w.]+\}?|(.+\.)?example(\.\w+)?|.+\.invalid"
    r"|schemas\.(openxmlformats\.org|microsoft\.com)|www\.(w3|apache)\.org|purl\.org"
    r"|json-schema\.org"
)


def _name(path: Path) -> str:
    return str(path.relative_to(PROJECT))


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _kept_files() -> list[Path]:
    roots = ["src", "tests", "benchmarks", "deploy", "docs", ".ci"]
    files = [path for root in roots for path in (PROJECT / root).rglob("*") if path.is_file()]
    files += [path for path in PROJECT.iterdir() if path.is_file() and path.name != ".git"]
    made = {"__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache"}
    return [path for path in files if not made & set(path.parts) and path != Path(__file__)]


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_a_module_and_its_functions_stay_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= IN_ONE_FILE.get(path, MODULE_LINES)
    long = {
        node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in _functions(path)
    }
    assert {name: lines for name, lines in long.items() if lines > FUNCTION_LINES} == {}


def test_every_module_says_what_it_is() -> None:
    silent = [
        _name(path)
        for path in SOURCES
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_no_module_is_a_catch_all() -> None:
    caught = [_name(path) for path in SOURCES if path.stem in CATCH_ALLS]
    # Django looks for a database of one's own in a module of that name.
    assert caught == ["src/duly/work/sqlite/base.py"]


def test_money_knows_no_binary_fractions() -> None:
    guilty = [
        f"{_name(path)}:{node.lineno}"
        for path in MONEY
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Name) and node.id in {"float", "FloatField"})
        or (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Attribute) and node.attr == "FloatField")
    ]
    assert MONEY
    assert guilty == []


def test_nothing_is_left_for_later() -> None:
    marks = re.compile(r"\b(TODO|FIXME|XXX|HACK|NotImplementedError)\b")
    left = [
        f"{_name(path)}:{number}"
        for path in SOURCES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if marks.search(line)
    ]
    assert left == []


def test_the_law_reads_no_clock() -> None:
    clock = re.compile(r"\b(date\.today|datetime\.now|time\.time|timezone\.now|localtime)\(")
    law = [path for path in SOURCES if "law" in path.relative_to(PROJECT).parts]
    guilty = [
        _name(path)
        for path in law
        if "cli" not in path.parts and clock.search(path.read_text(encoding="utf-8"))
    ]
    assert guilty == []


def test_no_word_of_a_workplace_is_kept() -> None:
    found = [
        f"{_name(path)}: {match[0]}"
        for path, text in _kept_texts()
        for match in WORKPLACE.finditer(text)
    ]
    assert found == []


def test_no_address_leads_out_of_the_court() -> None:
    found = [
        f"{_name(path)}: {host}"
        for path, text in _kept_texts()
        for host in ADDRESS.findall(text)
        if not MEANT.fullmatch(host)
    ]
    assert found == []


def _kept_texts() -> Iterator[tuple[Path, str]]:
    for path in _kept_files():
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
