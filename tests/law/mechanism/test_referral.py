"""移送拒执罪 · 三（二）2、三（三）2；刑法313；法释〔2024〕13号第三条"""

from typing import Any

import pytest

from duly.law.mechanism import referral
from duly.law.mechanism.referral import Facts, State, rules
from duly.law.terms import Role
from tests.law.mechanism.sanctions import REFUSAL, REPORT, Record, settlement, told, weigh, with_act
from tests.law.mechanism.weighing import TODAY

MECHANISM = referral.MECHANISM


def facts(**changes: Any) -> Facts:
    made: Facts = told(Facts, **changes)
    return made


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({}, "met"),
        ({"effective": False}, "not_met"),
        ({"effective": None}, "undecided"),
        ({"performed": True}, "not_met"),
        ({"performed": None}, "undecided"),
        ({"settlement": settlement(TODAY, True, TODAY)}, "not_met"),
        ({"acts": ()}, "not_met"),
        ({"acts": with_act(referred=True)}, "not_met"),
    ],
)
def test_clause_3_3_2_who_may_be_suspected(changes: dict[str, Any], outcome: str) -> None:
    weigh(rules.refuses_criminally(facts(**changes)), outcome)
    weigh(rules.referral_still_stands(facts(**changes)), outcome)


def test_article_3_two_grounds_are_a_crime_only_after_a_sanction() -> None:
    both = facts(acts=(REFUSAL, REPORT))
    after = facts(acts=(REFUSAL, REPORT), sanctioned=True)

    weigh(rules.acts_may_be_referred(both, {"act": Record(1)}), "met")
    weigh(rules.acts_may_be_referred(both, {"act": Record(2)}), "not_met")
    weigh(rules.acts_may_be_referred(after, {"act": Record(2)}), "met")
    weigh(rules.acts_may_be_referred(both, {}), "undecided")
    weigh(rules.acts_may_be_referred(both, {"act": Record(7)}), "not_met")
    weigh(rules.referral_still_stands(facts(proposed=())), "undecided")


def test_the_judge_proposes_with_materials_and_the_president_approves() -> None:
    proposal, approval = MECHANISM.step("propose_referral"), MECHANISM.step("approve_referral")

    assert proposal.by == {Role.ENFORCEMENT_JUDGE}
    assert {"suspicion", "materials", "police", "act"} <= {
        ask.name for ask in proposal.asks if ask.required
    }
    assert approval.by == {Role.PRESIDENT}
    assert approval.second_person == {"propose_referral"}
    assert approval.target is State.REFERRED
