"""申请标的较小: the claim against the amount that the court sets, or a judge's own finding."""

from dataclasses import dataclass

from duly.law.finding import Ground, Outcome, ground
from duly.law.money import Yuan
from duly.law.sources import clause


@dataclass(frozen=True, slots=True)
class Claim:
    """What was applied for, the court's limit, and what a judge found with reasons.

    None stands for: no amount can be told, no limit is set, nobody has found anything.
    """

    asked: Yuan | None
    limit: Yuan | None
    judged: bool | None


def is_small(claim: Claim, reference: str) -> Ground:
    """Return the ground that the claim is small; the limit itself still counts as small.

    The mechanism names no amount: without a setting of the court it stays undecided.
    """
    basis = clause(reference)
    if claim.judged is not None:
        return ground(
            basis,
            claim.judged,
            met="执行法官认定申请标的较小",
            not_met="执行法官认定申请标的不属于较小",
            unknown="",
            change="认定有误的，由认定人说明理由撤回",
        )
    finding = "由执行法官说明理由，认定申请标的是否较小"
    if claim.limit is None:
        return Ground(
            basis,
            Outcome.UNDECIDED,
            "本院没有设定“申请标的较小”的数额",
            f"在法院设置中设定数额；或者{finding}",
        )
    return ground(
        basis,
        None if claim.asked is None else claim.asked <= claim.limit,
        met=f"申请标的{claim.asked}，不超过本院设定的{claim.limit}",
        not_met=f"申请标的{claim.asked}，超过本院设定的{claim.limit}",
        unknown="申请标的的数额不能确定",
        change=finding,
        supplied_by="record.find_fact",
    )
