"""`duly law case-number`: a case number taken apart."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import Any

from duly.cli.law.court import Court
from duly.cli.law.question import Unanswered, members, text
from duly.law.identity import CaseNumber, Malformed

NAME = "case-number"
SUMMARY = "案号的核对与拆分（法〔2015〕137号）"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments for people."""
    parser.add_argument(
        "text", nargs="?", default="", metavar="案号", help="如：（2022）粤0117执123号"
    )


def question(options: Namespace) -> dict[str, Any]:
    """Return the question that the arguments ask."""
    return {"text": options.text}


def solve(question: object, court: Court) -> CaseNumber:
    """Return the case number taken apart."""
    asked = members(question, required=("text",))
    try:
        return CaseNumber.parse(text(asked, "text"))
    except Malformed as refusal:
        raise Unanswered("text", refusal.message) from refusal


def as_json(result: CaseNumber) -> dict[str, Any]:
    """Return the parts; `kind` is null in the old 字第 form."""
    return {
        "canonical": result.canonical,
        "year": result.year,
        "court": result.court,
        "kind": result.kind,
        "serial": result.serial,
    }


def as_lines(result: CaseNumber) -> Iterator[str]:
    """Return the parts, one a line."""
    yield f"规范写法：{result.canonical}"
    yield f"收案年度：{result.year}"
    yield f"法院代字：{result.court}"
    yield f"类型代字：{result.kind or '（旧式案号，不拆分）'}"
    yield f"案件编号：{result.serial}"
