"""审限规定 5: six months for conclusion, extended once by three, by the president."""

from datetime import date

import pytest

from duly.law.mechanism import enforcement
from duly.law.mechanism.enforcement import Facts
from duly.law.mechanism.extension import LONGER_BY, may_be_extended
from duly.law.terms import Role
from tests.law.mechanism.weighing import TODAY, facts


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({"concludes_on": TODAY}, "met"),
        ({"concludes_on": date(2026, 5, 19)}, "not_met"),
        ({"concludes_on": TODAY, "extended": True}, "not_met"),
        ({"concludes_on": TODAY, "is_held": True}, "not_met"),
        ({}, "undecided"),
    ],
)
def test_article_5_once_and_before_it_ends(changes: dict[str, object], outcome: str) -> None:
    assert may_be_extended(facts(Facts, changes)).outcome.value == outcome


def test_the_judge_asks_and_the_president_decides() -> None:
    approve = enforcement.MECHANISM.step("approve_extension")

    assert approve.by == {Role.PRESIDENT}
    assert approve.second_person == {"propose_extension"}
    assert [(clock.name, clock.period) for clock in approve.starts] == [("conclusion", LONGER_BY)]
    assert enforcement.MECHANISM.step("propose_extension").by == {Role.ENFORCEMENT_JUDGE}
