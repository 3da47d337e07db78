"""What a judge proposes to the president: against whom, for which acts, how much."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from duly.law.finding import Ground, Outcome, ground
from duly.law.money import Yuan
from duly.law.sources import cite
from duly.law.step import Answers, Ask, AskKind
from duly.law.terms import PartyKind, SanctionTarget

ACT_ASKS = ("act", "second_act", "third_act")


class OnRecord(Protocol):
    """A record that was chosen, with the number by which it is known."""

    @property
    def pk(self) -> int:
        """The number."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal as typed, or as the president has it before him.

    `days` of detention are what is proposed; `full_days` what they were reduced from.
    `reduced` proposals rest on performance or a settlement, `urgent` ones on no warning.
    """

    target: SanctionTarget | None
    names_responsible: bool
    acts: tuple[int, ...]
    amount: Yuan | None = None
    days: int | None = None
    full_days: int | None = None
    is_deputy: bool = False
    permission: str = ""
    reduced: bool = False
    urgent: bool = False


def read(answers: Answers) -> Proposal:
    """Return the proposal that answers make."""
    return Proposal(
        target=answers.get("target"),
        names_responsible=answers.get("responsible") is not None,
        acts=tuple(_numbers(answers)),
        amount=answers.get("amount"),
        days=answers.get("days"),
        full_days=answers.get("full_days"),
        is_deputy=bool(answers.get("is_deputy")),
        permission=answers.get("permission") or "",
        reduced="full_days" in answers,
        urgent="urgent_reasons" in answers,
    )


def _numbers(answers: Answers) -> Iterator[int]:
    for name in ACT_ASKS:
        chosen: OnRecord | None = answers.get(name)
        if chosen is not None:
            yield chosen.pk


TARGET_ASKS = (
    Ask("target", "处罚对象", AskKind.CHOICE, choices=SanctionTarget),
    Ask(
        "responsible",
        "主要负责人或者直接责任人员",
        AskKind.RECORD,
        required=False,
        records="responsible",
        hint="处罚单位的人员时选择；没有的，先登记姓名和证件号码",
    ),
)
ACTS = (
    Ask("act", "所处罚的行为", AskKind.RECORD, records="misconduct"),
    Ask("second_act", "所处罚的行为之二", AskKind.RECORD, required=False, records="misconduct"),
    Ask("third_act", "所处罚的行为之三", AskKind.RECORD, required=False, records="misconduct"),
)
# 民诉法解释 193; the amount of the claim is on record and needs no asking.
FACTORS = (
    Ask("nature", "行为的性质", AskKind.TEXT),
    Ask("gravity", "情节", AskKind.TEXT),
    Ask("consequences", "后果", AskKind.TEXT),
    Ask("local_economy", "当地经济水平", AskKind.TEXT),
)
URGENT = Ask("urgent_reasons", "不经提醒的紧急理由", AskKind.LONG_TEXT)


def fits_debtor(proposal: Proposal, kind: PartyKind, on: date) -> Ground:
    """Return the ground that the target is the debtor, or a named person of a debtor unit."""
    basis = cite("妨害诉讼行为", on=on)
    target = proposal.target
    if target is None:
        return Ground(basis, Outcome.UNDECIDED, "没有选择处罚对象", "选择处罚对象")
    if target is SanctionTarget.RESPONSIBLE and kind is PartyKind.UNIT:
        return ground(
            basis,
            proposal.names_responsible,
            met="处罚单位的主要负责人或者直接责任人员，已登记姓名和证件号码",
            not_met="没有写明主要负责人或者直接责任人员",
            unknown="",
            change="登记其姓名和证件号码后选择",
        )
    fits = target is (SanctionTarget.PERSON if kind is PartyKind.PERSON else SanctionTarget.UNIT)
    return ground(
        basis,
        fits and not proposal.names_responsible,
        met=f"处罚对象是{target.chinese}",
        not_met=f"被执行人是{kind.chinese}，处罚对象不能是{target.chinese}"
        if not fits
        else f"处罚对象是{target.chinese}，不应另选责任人员",
        unknown="",
        change="更正处罚对象",
    )
