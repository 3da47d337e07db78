"""A mechanism's page as Markdown: the same data, for whoever reads the docs."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from duly.desk.explained.diagrams import mermaid
from duly.desk.explained.reading import Explained, Rule, RuleKind, cited, explained
from duly.desk.explained.sheet import AnyStep, clauses_of, clocks, measures, papers
from duly.documents.templates import load as load_template
from duly.law.mechanism import MECHANISMS
from duly.law.sources import Citation, clauses
from duly.law.step import Clock, Mechanism
from duly.law.terms import Role

# The docs quote the texts in force on this day; the program quotes those of the day it shows.
AS_OF = date(2026, 1, 1)
TEMPLATES = "../../src/duly/documents/templates"
MAP = "../../tests/acceptance/map.toml"
MARK = "<!-- 由 `duly manage explain_mechanisms` 生成，请勿手改。 -->"


def index() -> str:
    """Return the list of the mechanisms."""
    rows = (
        f"| [{one.chinese}]({one.name}.md) | {one.clause} | {explained(name).purpose.chinese} |"
        for name, one in MECHANISMS.items()
    )
    lines = (MARK, "# 机制", "", "| 机制 | 条款 | 说明 |", "|---|---|---|", *rows)
    return "\n".join(lines) + "\n"


def page(name: str) -> str:
    """Return the page of one mechanism. Raises KeyError for an unknown name."""
    mechanism, told = MECHANISMS[name], explained(name)
    parts = (
        [MARK, f"# {mechanism.chinese}", "", f"机制{mechanism.clause} · {told.purpose.chinese}"],
        _section("原文", _clauses(mechanism)),
        _section("规则", _rules(told)),
        _section("状态图", ("```mermaid", *mermaid(mechanism), "```")),
        _section("步骤", _steps(mechanism)),
        _section("文书", _papers(mechanism)),
        _section("期限", _clocks(mechanism)),
        _section("措施", _measures(mechanism)),
        _section("可能出的差错", _slips(told)),
        _section("所引条文", _texts(told)),
    )
    return "\n".join(line for part in parts for line in part) + "\n"


def _section(title: str, lines: Iterable[str]) -> list[str]:
    found = list(lines)
    return ["", f"## {title}", "", *found] if found else []


def _clauses(mechanism: Mechanism[Any]) -> Iterator[str]:
    for citation in clauses_of(mechanism):
        yield f"- **{citation.article}** {_one_line(citation.text)}"


def _rules(told: Explained) -> Iterator[str]:
    for kind in RuleKind:
        rules = told.of(kind)
        if rules:
            yield f"**{kind.chinese}**"
            yield ""
            yield from (_rule(rule) for rule in rules)
            yield ""


def _rule(rule: Rule) -> str:
    who = f"（{'、'.join(one.chinese for one in rule.who)}）" if rule.who else ""
    law = "、".join(_short(cited(one, AS_OF)) for one in rule.law)
    return f"- {rule.words.chinese}{who} 〔{law}〕"


def _steps(mechanism: Mechanism[Any]) -> Iterator[str]:
    yield "| 步骤 | 谁 | 从 → 到 | 填写 | 条款 |"
    yield "|---|---|---|---|---|"
    for number, step in enumerate(mechanism.steps, 1):
        who = _people(step.by) + ("（须另一人）" if step.second_person else "")
        asks = "、".join(ask.chinese for ask in step.asks) or "—"
        cells = (f"{number}. {step.chinese}", who, _way(step, mechanism), asks, step.clause)
        yield f"| {' | '.join(cells)} |"


def _way(step: AnyStep, mechanism: Mechanism[Any]) -> str:
    origins = " / ".join(state.chinese for state in mechanism.states if state in step.origins)
    return f"{origins} → {step.target.chinese}" if step.target else origins


def _people(roles: frozenset[Role]) -> str:
    return "、".join(role.chinese for role in Role if role in roles)


def _papers(mechanism: Mechanism[Any]) -> Iterator[str]:
    for row in papers(mechanism):
        title = load_template(row.template).title
        drawn, issued = _named(row.drawn_by), _named(row.issued_by)
        told = "；".join(
            one for one in (drawn and f"拟稿：{drawn}", issued and f"发出：{issued}") if one
        )
        sample = f"`duly notice sample {row.template} --on {AS_OF} --format pdf --out DIR`"
        yield f"- [《{title}》]({TEMPLATES}/{row.template}.txt) {told}（样张：{sample}）"


def _named(steps: tuple[AnyStep, ...]) -> str:
    return "、".join(step.chinese for step in steps)


def _clocks(mechanism: Mechanism[Any]) -> Iterator[str]:
    for row in clocks(mechanism):
        yield (
            f"- **{row.clock.chinese}**：{length(row.clock)}，{row.clock.owner.chinese}负责；"
            f"由“{_named(row.started_by)}”起算"
            + (f"，由“{_named(row.stopped_by)}”终止" if row.stopped_by else "")
        )


def length(clock: Clock) -> str:
    """Return how long a clock runs, in Chinese."""
    if clock.period is not None:
        return str(clock.period)
    return "办理时填写的日期" if clock.ask else "由记录推出的日期"


def _measures(mechanism: Mechanism[Any]) -> Iterator[str]:
    for row in measures(mechanism):
        by = f"由“{_named(row.imposed_by)}”采取；" if row.imposed_by else ""
        signed = "，院长签发" if row.signed else ""
        yield f"- {row.kind.chinese}：{by}履行后{row.within}内{row.kind.release}{signed}"


def _slips(told: Explained) -> Iterator[str]:
    for slip in told.slips:
        rows = "、".join(slip.rows)
        yield f"- **{slip.words.chinese}** {slip.caught.chinese}（[{rows}]({MAP})）"


def _texts(told: Explained) -> Iterator[str]:
    yield f"以{AS_OF.year}年{AS_OF.month}月{AS_OF.day}日有效的文本为准。"
    yield ""
    names = dict.fromkeys(one for rule in told.rules for one in rule.law)
    found = {str(citation): citation for citation in (cited(name, AS_OF) for name in names)}
    for title, citation in found.items():
        yield f"- {title}：{_one_line(citation.text) or citation.status.chinese}"


def _short(citation: Citation) -> str:
    return citation.article if citation.article in clauses() else citation.in_digits


def _one_line(text: str) -> str:
    return " ".join(line.strip() for line in text.split("\n") if line.strip())
