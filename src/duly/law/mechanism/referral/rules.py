"""移送拒执罪: what must be on record before a debtor is referred to the police.

刑法 313; 法释〔2024〕13号 article 3. The mechanism names the referral in 一(三), 二(二)3,
三(二)2 and 三(三)2 without any condition but that the circumstances are grave and a crime
is suspected; both are for the judge to say, and for the president to approve.
"""

from collections.abc import Collection

from duly.law.finding import Finding, Ground, Outcome, all_of, ground
from duly.law.mechanism.referral.facts import FLOW, Facts
from duly.law.mechanism.sanction import refusal
from duly.law.mechanism.sanction.act import Act
from duly.law.mechanism.sanction.proposal import read
from duly.law.sources import cite, clause
from duly.law.step import Answers
from duly.law.terms import SanctionGround

# 法释〔2024〕13号 3(四): these two are a crime only after a fine or a detention.
AFTER_SANCTION = frozenset({SanctionGround.PROPERTY_REPORT, SanctionGround.CONSUMPTION})


def refuses_criminally(facts: Facts) -> Finding:
    """Return whether an effective instrument is refused still, and an act is found for it."""
    return all_of(
        "是否可能涉嫌拒不执行判决、裁定罪",
        (
            refusal.in_effect(facts.effective, facts.on),
            refusal.still_refuses(facts.performed, facts.settlement, facts.owing, FLOW),
            ground(
                clause(FLOW),
                any(not act.referred for act in facts.acts),
                met="已认定妨害执行的行为",
                not_met="没有认定妨害执行的行为，或者已经移送",
                unknown="",
                change="在预罚款告知或者拘留风险告知中认定具体行为",
            ),
        ),
    )


def acts_may_be_referred(facts: Facts, answers: Answers) -> Finding:
    """Return whether each act chosen is on record, not yet referred, and ripe for referral."""
    return all_of("所选的行为是否可以移送", _ripe(read(answers).acts, facts))


def referral_still_stands(facts: Facts) -> Finding:
    """Return whether the acts proposed may still be referred on the day of approval."""
    return all_of(
        "报请的移送是否仍有依据",
        (*refuses_criminally(facts).grounds, *_ripe(facts.proposed, facts)),
    )


def _ripe(chosen: Collection[int], facts: Facts) -> tuple[Ground, ...]:
    by_number = {act.number: act for act in facts.acts}
    if not chosen:
        basis = clause(FLOW)
        return (Ground(basis, Outcome.UNDECIDED, "没有选择涉嫌犯罪的行为", "选择涉嫌犯罪的行为"),)
    return tuple(_one(by_number.get(number), facts) for number in chosen)


def _one(act: Act | None, facts: Facts) -> Ground:
    if act is None or act.referred:
        told = "没有认定，或者认定已经撤回" if act is None else "已经移送"
        return Ground(clause(FLOW), Outcome.NOT_MET, f"所选的行为{told}", "选择另一行为")
    needs_sanction = act.ground in AFTER_SANCTION
    return ground(
        cite("拒执罪的情形" if needs_sanction else "拒不执行判决裁定罪", on=facts.on),
        not needs_sanction or facts.sanctioned,
        met=f"{act}：经采取罚款、拘留后仍拒不执行" if needs_sanction else f"{act}",
        not_met=f"{act}：没有采取过罚款、拘留等强制措施",
        unknown="",
        change="先依法罚款、拘留，仍拒不执行的再移送",
    )
