"""`duly law cite`: the article that answers to a subject on a date."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from duly.cli.law.court import Court
from duly.cli.law.question import Unanswered, day, members, text
from duly.law.sources import BeforeFirstText, Citation, UnknownArticle, UnknownSubject

NAME = "cite"
SUMMARY = "某日适用的条文和条号"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments for people."""
    parser.add_argument("subject", nargs="?", default="", metavar="事项", help="如：执行通知")
    parser.add_argument("--on", default="", metavar="日期", help="文书日期")


def question(options: Namespace) -> dict[str, Any]:
    """Return the question that the arguments ask."""
    return {"subject": options.subject, "on": options.on}


def solve(question: object, court: Court) -> Citation:
    """Return the citation in force on the date."""
    asked = members(question, required=("subject", "on"))
    subject, on = text(asked, "subject"), day(asked, "on")
    try:
        return court.shelf.cite(subject, on=on)
    except UnknownSubject as refusal:
        raise Unanswered("subject", f"{refusal}{_near(subject, court)}") from refusal
    except (BeforeFirstText, UnknownArticle) as refusal:
        raise Unanswered("on", str(refusal)) from refusal


def _near(subject: str, court: Court) -> str:
    near = get_close_matches(subject, court.shelf.subjects)
    return f"；相近的事项：{'、'.join(near)}" if near else ""


def as_json(result: Citation) -> dict[str, Any]:
    """Return the citation with what is held of its wording."""
    return {
        "instrument": result.instrument,
        "article": result.article,
        "text": result.text,
        "status": result.status.chinese,
    }


def as_lines(result: Citation) -> Iterator[str]:
    """Return the citation, its status and its wording."""
    extent = "（节录）" if result.excerpt else ""
    yield f"{result}　[{result.status.chinese}{extent}]"
    if result.text:
        yield result.text
