"""`duly law interest`: the doubled part of the interest for delayed performance."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import Any

from duly.cli.law.court import Court
from duly.cli.law.question import Unanswered, day, members, rows, yuan
from duly.law.money import (
    Payment,
    Slice,
    Stretch,
    Worksheet,
    doubled_interest,
    exact_text,
)

NAME = "interest"
SUMMARY = "迟延履行期间加倍部分债务利息（法释〔2014〕8号）"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments for people."""
    parser.add_argument("principal", nargs="?", default="", metavar="本金", help="元，如100000.00")
    parser.add_argument("--due", default="", metavar="日期", help="履行期间届满之日")
    parser.add_argument("--until", default="", metavar="日期", help="计算至（该日不计）")
    parser.add_argument(
        "--payment", action="append", default=[], metavar="日期:金额", help="还款，可以多次"
    )
    parser.add_argument(
        "--excluded", action="append", default=[], metavar="起日:止日", help="扣除期间，止日不计"
    )


def question(options: Namespace) -> dict[str, Any]:
    """Return the question that the arguments ask."""
    return {
        "principal": options.principal,
        "due": options.due,
        "payments": [_pair(each, "on", "amount", "--payment") for each in options.payment],
        "until": options.until,
        "excluded": [_pair(each, "from", "to", "--excluded") for each in options.excluded],
    }


def solve(question: object, court: Court) -> Worksheet:
    """Return the worksheet."""
    asked = members(question, required=("principal", "due", "payments", "until", "excluded"))
    return doubled_interest(
        yuan(asked, "principal"),
        due=day(asked, "due"),
        payments=[_payment(path, row) for path, row in rows(asked, "payments")],
        until=day(asked, "until"),
        excluded=[_stretch(path, row) for path, row in rows(asked, "excluded")],
    )


def as_json(result: Worksheet) -> dict[str, Any]:
    """Return the sum, rounded once, and the exact slices."""
    return {
        "doubled": result.doubled.plain,
        "slices": [_slice(each) for each in result.slices],
    }


def as_lines(result: Worksheet) -> Iterator[str]:
    """Return the worksheet as a party can check it."""
    if not result.slices:
        yield "没有迟延履行的天数"
    for each in result.slices:
        yield each.because
    yield f"加倍部分债务利息合计：{result.doubled}"
    if result.per_day:
        yield f"此后每迟延一日增加{exact_text(result.per_day)}元"
    yield f"依据：{result.basis.source}第一条至第三条"


def _payment(path: str, row: object) -> Payment:
    asked = members(row, path, required=("on", "amount"))
    return Payment(day(asked, "on", path), yuan(asked, "amount", path))


def _stretch(path: str, row: object) -> Stretch:
    asked = members(row, path, required=("from", "to"))
    return Stretch(day(asked, "from", path), day(asked, "to", path))


def _slice(each: Slice) -> dict[str, Any]:
    return {
        "from": each.start.isoformat(),
        "to": each.end.isoformat(),
        "days": each.days,
        "balance": each.balance.plain,
        "interest": exact_text(each.interest),
    }


def _pair(written: str, first: str, second: str, argument: str) -> dict[str, str]:
    left, colon, right = written.replace("：", ":").partition(":")
    if not colon:
        raise Unanswered(argument, f"“{written}”应写成两项，中间用冒号隔开")
    return {first: left, second: right}
