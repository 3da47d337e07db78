"""Acts against enforcement: found one by one, and never sanctioned twice in a kind."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from duly.law.calendar import in_digits
from duly.law.finding import Ground, Outcome, ground
from duly.law.sources import cite, clause
from duly.law.terms import SanctionGround, SanctionKind

# The step by which a judge finds an act, in the course of each kind.
FOUND_BY = {
    SanctionKind.FINE: "fine_warning.find_misconduct",
    SanctionKind.DETENTION: "detention_warning.find_misconduct",
}


@dataclass(frozen=True, slots=True)
class Act:
    """One act as a judge found it: its number on record, its ground, its day.

    `sanctioned` has the day of each decision for it; `referred` tells that the police
    have it, and have not sent it back.
    """

    number: int
    ground: SanctionGround
    committed_on: date
    sanctioned: Mapping[SanctionKind, date]
    referred: bool = False

    def __str__(self) -> str:
        return f"{in_digits(self.committed_on)}{self.ground.chinese}"


def is_free(act: Act, kind: SanctionKind, on: date) -> bool:
    """Whether an act may still be sanctioned in a kind on a day (民诉法解释 183, 184)."""
    return (
        kind not in act.sanctioned
        and not act.referred
        and all(decided == on for decided in act.sanctioned.values())
    )


def found(
    acts: Sequence[Act], kind: SanctionKind, *, on: date, reference: str
) -> tuple[Ground, ...]:
    """Return a ground for each of the four circumstances of a clause: found and still free."""
    return tuple(
        ground(
            clause(f"{reference}({place})"),
            any(act.ground is circumstance and is_free(act, kind, on) for act in acts),
            met=f"（{numeral}）{circumstance.chinese}：已认定",
            not_met=f"（{numeral}）{circumstance.chinese}：{_lacking(acts, circumstance)}",
            unknown="",
            change=f"由执行法官认定（{numeral}）的具体行为",
            supplied_by=FOUND_BY[kind],
        )
        for place, (numeral, circumstance) in enumerate(
            zip("一二三四", SanctionGround, strict=True), 1
        )
    )


def may_be_sanctioned(
    chosen: Collection[int], acts: Sequence[Act], kind: SanctionKind, *, on: date
) -> tuple[Ground, ...]:
    """Return a ground for each act chosen: on record against this debtor, and not spent."""
    by_number = {act.number: act for act in acts}
    if not chosen:
        basis = cite("妨害诉讼行为", on=on)
        return (Ground(basis, Outcome.UNDECIDED, "没有选择所处罚的行为", "选择所处罚的行为"),)
    return tuple(_not_spent(by_number.get(number), kind, on) for number in chosen)


def _lacking(acts: Sequence[Act], circumstance: SanctionGround) -> str:
    spent = any(act.ground is circumstance for act in acts)
    return "所认定的行为均已处理，没有新的行为" if spent else "未认定"


def _not_spent(act: Act | None, kind: SanctionKind, on: date) -> Ground:
    basis = cite("同一行为不得连续罚款拘留", on=on)
    if act is None:
        return Ground(
            basis, Outcome.NOT_MET, "所选的行为没有认定，或者认定已经撤回", "选择已认定的行为"
        )
    if act.referred:
        return Ground(
            basis,
            Outcome.NOT_MET,
            f"{act}：已移送公安机关追究刑事责任",
            "公安机关不予立案的，登记答复后再行处理；有新的行为的，认定新的行为",
        )
    other = next((one for one in act.sanctioned if one is not kind), None)
    if kind not in act.sanctioned and other is not None:
        return _combined(act, other, kind, on)
    decided = act.sanctioned.get(kind)
    return ground(
        basis,
        decided is None,
        met=f"{act}：没有处罚过",
        not_met=f"{act}：已于{in_digits(decided)}{kind.chinese}，同一行为不得再次{kind.chinese}"
        if decided
        else "",
        unknown="",
        change="发生新的妨害行为的，认定新的行为",
    )


def _combined(act: Act, other: SanctionKind, kind: SanctionKind, on: date) -> Ground:
    decided = act.sanctioned[other]
    return ground(
        cite("罚款拘留并用", on=on),
        decided == on,
        met=f"{act}：今日一并{other.chinese}",
        not_met=f"{act}：已于{in_digits(decided)}{other.chinese}，"
        f"合并{kind.chinese}只能在同一日决定",
        unknown="",
        change="发生新的妨害行为的，认定新的行为",
    )
