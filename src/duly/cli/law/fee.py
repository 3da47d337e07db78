"""`duly law fee`: acceptance, enforcement and preservation fees."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import Any

from duly.cli.law.court import Court
from duly.cli.law.question import Unanswered, members, text, truth, yuan
from duly.law.money import Fee, FeeKind
from duly.law.money import fee as fee_for

NAME = "fee"
SUMMARY = "案件受理费、申请执行费、申请保全费（诉讼费用交纳办法）"

_KINDS = "、".join(f"{kind.value}（{kind.chinese}）" for kind in FeeKind)


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments for people."""
    parser.add_argument("kind", nargs="?", default="", metavar="种类", help=_KINDS)
    parser.add_argument(
        "amount", nargs="?", default=None, metavar="金额", help="元；不涉及金额的不写"
    )
    parser.add_argument("--halved", action="store_true", help="减半交纳，只适用于案件受理费")


def question(options: Namespace) -> dict[str, Any]:
    """Return the question that the arguments ask."""
    return {"kind": options.kind, "amount": options.amount, "halved": options.halved}


def solve(question: object, court: Court) -> Fee:
    """Return the fee, or the range in which the court sets it."""
    asked = members(question, required=("kind", "amount"), optional=("halved",))
    kind = text(asked, "kind")
    if kind not in tuple(FeeKind):
        raise Unanswered("kind", f"费用种类应为{_KINDS}")
    amount = None if asked["amount"] is None else yuan(asked, "amount")
    return fee_for(FeeKind(kind), amount, halved=truth(asked, "halved"))


def as_json(result: Fee) -> dict[str, Any]:
    """Return the fee; null with the range where the law gives a range."""
    if result.fee is None:
        return {"fee": None, "from": result.lowest.plain, "to": result.highest.plain}
    return {"fee": result.fee.plain}


def as_lines(result: Fee) -> Iterator[str]:
    """Return the reckoning step by step."""
    yield from result.because
    if result.fee is None:
        yield f"{result.kind.chinese}：{result.lowest}至{result.highest}"
    else:
        yield f"{result.kind.chinese}：{result.fee}"
