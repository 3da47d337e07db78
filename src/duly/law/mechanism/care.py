"""Persons whom the law spares or who need care: weighed before every sanction, for the judge.

What the law forbids outright stands with the rules of each sanction; this only tells.
"""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from duly.law.calendar import in_digits
from duly.law.finding import Finding, Ground, Outcome, all_of
from duly.law.sources import Citation, article, cite
from duly.law.step import Answers
from duly.law.terms import FactQuestion, PartyKind

DEFAULTERS = "最高人民法院关于公布失信被执行人名单信息的若干规定"
QUESTION = "被执行人是否属于应当豁免、照顾的人"
ADULT_AT = 18
CONSIDERED = (FactQuestion.STUDENT, FactQuestion.SURVIVAL, FactQuestion.VULNERABLE)


@dataclass(frozen=True, slots=True)
class Care:
    """What is known of a debtor's person. `found` has what a judge found, or did not find."""

    kind: PartyKind
    birth_date: date | None
    found: dict[FactQuestion, bool | None]


class AboutPerson(Protocol):
    """Facts about a debtor on a day."""

    @property
    def on(self) -> date:
        """The day of weighing."""

    @property
    def care(self) -> Care | None:
        """What is known of the debtor's person; None where nobody has looked."""


def needs_no_care(facts: AboutPerson, _: Answers) -> Finding:
    """Return whether nothing about the person speaks against a sanction; never a bar."""
    considered = cite("限制消费的考量", on=facts.on)
    care = facts.care
    if care is None:
        unknown = Ground(
            considered, Outcome.UNDECIDED, "被执行人的情况尚未查明", "登记身份证号码和有关认定"
        )
        return all_of(QUESTION, (unknown,))
    if care.kind is PartyKind.UNIT:
        return all_of(QUESTION, (Ground(considered, Outcome.MET, "被执行人是单位"),))
    grounds = (_adult(care, facts.on), *(_weigh(care, one, considered) for one in CONSIDERED))
    return all_of(QUESTION, grounds)


def _adult(care: Care, on: date) -> Ground:
    basis = article(DEFAULTERS, 4, on=on)
    if care.birth_date is None:
        return Ground(basis, Outcome.UNDECIDED, "出生日期尚未查明", "登记身份证号码")
    born = care.birth_date
    age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    if age >= ADULT_AT:
        return Ground(basis, Outcome.MET, f"已成年（{age}周岁）")
    return Ground(
        basis,
        Outcome.NOT_MET,
        f"未成年（{in_digits(born)}出生，{age}周岁）",
        "不得纳入失信名单；罚款、拘留应特别审慎",
    )


def _weigh(care: Care, question: FactQuestion, basis: Citation) -> Ground:
    found = care.found.get(question)
    if found:
        return Ground(
            basis,
            Outcome.NOT_MET,
            f"已认定：{question.chinese}",
            "说明仍须采取措施的理由，或者改用较轻的措施",
        )
    told = "没有认定" if found is None else "经认定不成立"
    return Ground(basis, Outcome.MET, f"{question.chinese}：{told}")
