"""阶段三（四） · 滥用执行异议权利风险告知机制"""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from duly.law.mechanism.objection_notice import MECHANISM, rules
from duly.law.mechanism.objection_notice.facts import (
    Earlier,
    Facts,
    Ruling,
    object_key,
    overlaps,
)
from duly.law.mechanism.objection_notice.steps import State
from duly.law.terms import AbuseAct, ObjectionKind, Role
from tests.law.mechanism.weighing import TODAY, check, named, rows

TABLES = rows(Path(__file__).with_name("objection_notice.toml"))
BASE = Facts(
    on=TODAY,
    kind=ObjectionKind.THING,
    received_on=date(2026, 5, 15),
    notice_signed_on=date(2026, 5, 15),
    earlier=(),
    ruling=None,
    remedy_until=None,
)
RULES = {
    rule.__name__: rule
    for rule in (
        rules.notice_signed,
        rules.may_be_filed,
        rules.is_repeated,
        rules.remedy_is_over,
        rules.remedy_in_time,
        rules.signed_after_receipt,
        rules.order_fits_ruling,
        rules.measure_fits_ruling,
        rules.abuse_has_consequences,
    )
}
CHECKS = {"remedy_in_time", "signed_after_receipt", "order_fits_ruling", "measure_fits_ruling"}


def _facts(row: dict[str, Any]) -> Facts:
    told = {name: None if value == "?" else value for name, value in row.get("facts", {}).items()}
    told["earlier"] = tuple(
        Earlier("王某某", "（2026）粤0117执异1号", date(2026, 4, 1), **one)
        for one in told.get("earlier", ())
    )
    if "kind" in told:
        told["kind"] = ObjectionKind(told["kind"])
    return replace(BASE, **told)


def _answers(row: dict[str, Any]) -> dict[str, Any]:
    given = dict(row.get("answers", {}))
    if "outcome" in given:
        given["outcome"] = Ruling(given["outcome"])
    return given


EVERY_ROW = [(rule, row) for rule, table in TABLES.items() for row in table]


@pytest.mark.parametrize(
    ("rule", "row"), EVERY_ROW, ids=[f"{rule}: {named(row)}" for rule, row in EVERY_ROW]
)
def test_clause_3_4_each_rule_answers_as_its_table_says(rule: str, row: dict[str, Any]) -> None:
    given = (_facts(row), _answers(row)) if rule in CHECKS else (_facts(row),)
    check(RULES[rule](*given), row)


@pytest.mark.parametrize(
    ("on", "articles"),
    [
        (date(2022, 9, 15), ["114", "115", "116", "118"]),
        (date(2023, 12, 31), ["114", "115", "116", "118"]),
        (date(2024, 1, 1), ["114", "115", "116", "118"]),
    ],
)
def test_clause_3_4_3_the_numbers_of_2017_are_never_cited(on: date, articles: list[str]) -> None:
    grounds = rules.abuse_has_consequences(replace(BASE, on=on)).grounds
    assert [ground.basis.article for ground in grounds] == articles


@pytest.mark.parametrize(
    ("kind", "on", "article"),
    [
        (ObjectionKind.ACT, date(2023, 12, 31), "232"),
        (ObjectionKind.ACT, date(2024, 1, 1), "236"),
        (ObjectionKind.THING, date(2023, 12, 31), "234"),
        (ObjectionKind.THING, date(2024, 1, 1), "238"),
    ],
)
def test_clause_3_4_1_the_article_of_review_follows_kind_and_day(
    kind: ObjectionKind, on: date, article: str
) -> None:
    assert rules.ruled_under(kind, on).article == article


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("粤A·D0001小客车", "粤ad0001 小客车"),
        ("示例路1号房屋", "示例路１号，房屋"),
        ("冻结尾号0001账户", "冻结：尾号0001账户。"),
    ],
)
def test_width_case_and_punctuation_do_not_make_another_thing(one: str, other: str) -> None:
    assert object_key(one) == object_key(other)


def test_other_things_stay_apart() -> None:
    assert object_key("粤A·D0001小客车") != object_key("粤A·D0002小客车")
    assert overlaps(object_key("粤A·D0001"), object_key("粤A·D0001小客车"))
    assert not overlaps("房屋", "示例路1号房屋")


def test_clause_3_4_2_nothing_is_filed_before_the_signature() -> None:
    file = MECHANISM.step("file")
    assert file.origins == {State.SIGNED}
    assert MECHANISM.step("record_signature").origins == {State.NOTIFIED}
    assert MECHANISM.step("issue_notice").issues == ("objection-notice",)
    assert file.by == MECHANISM.step("issue_notice").by == {Role.FILING_CLERK}


def test_the_clocks_are_fifteen_ten_and_fifteen_days_from_their_own_day() -> None:
    told = {
        name: (clock.period.days if clock.period else 0, clock.since)
        for name in ("file", "serve_act_ruling", "serve_thing_ruling")
        for clock in MECHANISM.step(name).starts
    }
    assert told == {
        "file": (15, "received_on"),
        "serve_act_ruling": (10, "served_on"),
        "serve_thing_ruling": (15, "served_on"),
    }


def test_clause_3_4_3_there_are_twelve_acts() -> None:
    assert [act.value for act in AbuseAct] == [str(number) for number in range(1, 13)]
