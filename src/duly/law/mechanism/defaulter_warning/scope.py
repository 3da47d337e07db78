"""预失信告知 (三(一)1): who may be warned, and whom the law bars from the list."""

from collections.abc import Callable
from datetime import date

from duly.law.calendar import in_digits
from duly.law.finding import Finding, Ground, Outcome, all_of, any_of, ground
from duly.law.mechanism import warning
from duly.law.mechanism.defaulter_warning.facts import DEFAULTERS, NOTICE, SCOPE, Facts
from duly.law.sources import article, clause
from duly.law.terms import DefaulterGround, PartyKind

ADULT_AT = 18


def in_scope(facts: Facts) -> Finding:
    """Return whether one of the six circumstances of 失信规定 1 is found (三(一)1)."""
    return any_of(
        "是否具有失信规定第一条的情形之一",
        (
            ground(
                clause(SCOPE),
                kind in facts.grounds,
                met=f"{kind.limb}{kind.chinese}：已认定",
                not_met=f"{kind.limb}{kind.chinese}：未认定",
                unknown="",
                change=f"由执行法官认定{kind.limb}",
                supplied_by="defaulter_warning.find_ground",
            )
            for kind in DefaulterGround
        ),
    )


def may_be_listed(facts: Facts) -> Finding:
    """Return whether nothing bars listing: a minor never; article 3 for ground (一)."""
    return all_of("是否存在不得纳入失信名单的情形", (not_a_minor(facts), *_article_3(facts)))


def not_a_minor(facts: Facts) -> Ground:
    """Return the ground that the debtor is not a minor (失信规定 4)."""
    basis = article(DEFAULTERS, 4, on=facts.on)
    if facts.debtor_kind is PartyKind.UNIT:
        return Ground(basis, Outcome.MET, "被执行人是单位")
    if facts.birth_date is None:
        return Ground(basis, Outcome.UNDECIDED, "被执行人的出生日期尚未查明", "登记身份证号码")
    adult_on = _anniversary(facts.birth_date, ADULT_AT)
    return ground(
        basis,
        facts.on >= adult_on,
        met="被执行人已成年",
        not_met=f"被执行人是未成年人（{in_digits(facts.birth_date)}出生），不得纳入失信名单",
        unknown="",
        change=f"{in_digits(adult_on)}成年之前不得纳入",
    )


def _anniversary(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # born on 29 February
        return date(day.year + years, 3, 1)


_ARTICLE_3: tuple[tuple[str, Callable[[Facts], bool | None]], ...] = (
    ("已提供充分有效担保", lambda facts: facts.security),
    ("已查封、扣押、冻结的财产足以清偿债务", lambda facts: facts.preserved),
    ("履行顺序在后，依法不应对其强制执行", lambda facts: facts.later_in_order),
)


def _article_3(facts: Facts) -> tuple[Ground, ...]:
    if facts.grounds != {DefaulterGround.ABLE_BUT_REFUSING}:
        return ()
    basis = article(DEFAULTERS, 3, on=facts.on)
    return tuple(
        ground(
            basis,
            None if known(facts) is None else not known(facts),
            met=f"没有“{what}”的情形",
            not_met=f"{what}，不得依据第一条第（一）项纳入",
            unknown=f"是否“{what}”，尚未认定",
            change=f"由执行法官认定是否“{what}”",
            supplied_by="record.find_fact",
        )
        for what, known in _ARTICLE_3
    )


def may_be_warned(facts: Facts) -> Finding:
    """Return whether the record bears out the notice (三(一)3): papers served, contacts made."""
    return all_of(
        "提醒通知书所述事实是否有记录",
        (
            *warning.papers_were_served(facts.served, NOTICE),
            warning.was_contacted(facts.contacts, NOTICE),
        ),
    )
