"""A random matter to begin with: parties, instrument, duties, and the first courses."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from duly.law.calendar import Calendar
from duly.law.effect import Instrument
from duly.law.terms import (
    InstrumentKind,
    InstrumentOutcome,
    MeasureKind,
    ObligationKind,
    PartyKind,
    PartyRole,
)
from duly.upkeep.prove.procedure import goals
from duly.upkeep.prove.procedure.courses import (
    impose,
    move,
    open_course,
    open_for_debtor,
)
from duly.upkeep.prove.procedure.matter import Matter, Tables
from duly.upkeep.prove.procedure.people import Person
from duly.upkeep.prove.procedure.purse import Purse
from duly.upkeep.prove.procedure.records import Duty

FIRST_DAY = date(2024, 3, 1)
DAYS = 700
AT_ENFORCEMENT = 0.7
LISTED_BEFORE = 0.5
# In each so many'th matter the creditor applied and had confirmed no account.
WITHOUT_ACCOUNT = 7
NAMES = "赵钱孙李周吴郑王冯陈"


def begin(index: int, seed: int, tables: Tables) -> Matter:
    """Return a matter as registered, drawn from a seed and its number."""
    chance = Random(f"{seed}/{index}")
    today = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    drawn = chance.choice(goals.DRAWN) if chance.random() < goals.SHARE else ""
    wanted_in, wanted = goals.wanted(index, steps_of(tables))
    goal = wanted or drawn
    pays = goals.WELL_PAID if goal in goals.PAID_FOR else chance.choice((0, 0, 1, 1, 2, 5))
    matter = Matter(
        index=index,
        tables=tables,
        chance=chance,
        today=today,
        calendar=Calendar.published(),
        instrument=_instrument(chance, today),
        performance_days=chance.choice((0, 10, 10, 15, 30)),
        public_notice=chance.random() < 0.05 and goal not in goals.AT_URGING,
        first_instance_here=chance.random() < 0.9,
        purse=Purse(),
        favours=goals.favoured(goal) or frozenset({wanted_in or chance.choice(list(tables))}),
        goal=goal,
        pays=pays,
    )
    _register_parties(matter)
    _register_duties(matter)
    matter.instrument = _served_instrument(matter)
    open_course(matter, "record")
    open_course(matter, "post_judgment")
    for debtor in matter.debtors:
        open_for_debtor(matter, debtor)
    if matter.goal in goals.AT_URGING:
        _apply(matter)
        open_course(matter, "pre_enforcement")
    elif matter.goal not in goals.EARLY and chance_of(matter, AT_ENFORCEMENT):
        _hand_over(matter)
    return matter


def _hand_over(matter: Matter) -> None:
    """Begin where an application was handed to enforcement at once."""
    _apply(matter)
    open_course(matter, "enforcement")
    if matter.goal in goals.LISTED_FIRST or chance_of(matter, LISTED_BEFORE):
        _list_before(matter)


def _apply(matter: Matter) -> None:
    """Begin where the creditor has applied, the instrument in effect and due."""
    first = matter.courses[1]
    move(matter, first, "applied")
    matter.account = "confirmed" if matter.index % WITHOUT_ACCOUNT else ""
    certified = matter.today - timedelta(days=45)
    made = certified - timedelta(days=30)
    matter.instrument = replace(matter.instrument, made_on=made, certified_on=certified)
    for duty in matter.purse.duties:
        if duty.kind is ObligationKind.MONEY:
            duty.due = matter.due()
    matter.purse.changed()


def chance_of(matter: Matter, share: float) -> bool:
    """Draw whether something that happens in a share of all matters happens here."""
    return matter.chance.random() < share


def _list_before(matter: Matter) -> None:
    """Begin with an adult debtor listed and restricted since before the history."""
    chance, today = matter.chance, matter.today
    adults = [
        one
        for one in matter.debtors
        if one.kind is PartyKind.UNIT or (one.born and (today - one.born).days > 366 * 19)
    ]
    if not adults:
        return
    person = chance.choice(adults)
    soon = matter.goal in goals.EXPIRED_SOON
    expires = today + timedelta(days=90 if soon else chance.choice((20, 60, 200, 700)))
    impose(matter, person, MeasureKind.CONSUMPTION_RESTRICTION)
    impose(
        matter,
        person,
        MeasureKind.DEFAULTER_LISTING,
        expires if matter.goal in goals.WITH_TERM or chance.random() < 0.6 else None,
    )
    for one in matter.measures:
        one.imposed_on = today - timedelta(days=30)


def steps_of(tables: Tables) -> list[tuple[str, str]]:
    """Return every step of every table by name, with its mechanism."""
    return [(name, step.name) for name, table in tables.items() for step in table.steps]


def _instrument(chance: Random, today: date) -> Instrument:
    kind = chance.choice((InstrumentKind.JUDGMENT, *InstrumentKind))
    made = today - timedelta(days=chance.choice((1, 20, 30, 60)))
    return Instrument(kind, InstrumentOutcome.FIRST_INSTANCE, made, {})


def _served_instrument(matter: Matter) -> Instrument:
    plain = matter.instrument
    days = [plain.made_on + timedelta(days=matter.chance.randrange(1, 8)) for _ in matter.persons]
    served: dict[str, date | None] = {
        one.name: day for one, day in zip(matter.persons, days, strict=True)
    }
    if matter.chance.random() < 0.1:
        served[matter.persons[-1].name] = None
    return Instrument(plain.kind, plain.outcome, plain.made_on, served)


def _register_parties(matter: Matter) -> None:
    chance = matter.chance
    add_person(matter, PartyRole.CREDITOR, chance.choice(list(PartyKind)))
    if chance.random() < 0.15:
        add_person(matter, PartyRole.CREDITOR, PartyKind.PERSON)
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3))):
        kind = PartyKind.PERSON if chance.random() < 0.7 else PartyKind.UNIT
        add_person(matter, PartyRole.DEBTOR, kind)


def add_person(matter: Matter, role: PartyRole, kind: PartyKind) -> Person:
    """Add a party; every tenth person is a minor, every tenth of unknown age."""
    chance, number = matter.chance, matter.number()
    born = None
    if kind is PartyKind.PERSON and chance.random() < 0.9:
        years = chance.choice((12, 17, *range(18, 34)))
        born = matter.today - timedelta(days=365 * years + chance.randrange(365))
    person = Person(number, f"{NAMES[number % 10]}{number}", role, kind, born)
    person.reachable = chance.random() < 0.8
    person.address_confirmed = chance.choice((True, True, False, None))
    person.electronic_consent = chance.choice((True, True, False, None))
    matter.persons.append(person)
    return person


def _register_duties(matter: Matter) -> None:
    chance, debtors = matter.chance, matter.debtors
    joint = len(debtors) > 1 and chance.random() < 0.5
    for debtor in debtors[:1] if joint else debtors:
        answering = frozenset(debtors) if joint else frozenset({debtor})
        _money(matter, ObligationKind.MONEY, answering)
    if chance.random() < 0.3:
        _money(matter, ObligationKind.COURT_FEE, frozenset(debtors))
    if chance.random() < 0.2:
        creditor = matter.parties(PartyRole.CREDITOR)[0]
        duty = Duty(matter.number(), ObligationKind.ACT, None, frozenset(debtors[:1]), creditor)
        matter.purse.duties.append(duty)


def _money(matter: Matter, kind: ObligationKind, debtors: frozenset[Person]) -> None:
    chance, is_fee = matter.chance, kind is ObligationKind.COURT_FEE
    creditor = None if is_fee else chance.choice(matter.parties(PartyRole.CREDITOR))
    fen = chance.choice((5_000, 123_456, 1_000_000, 2_000_000, 10_000_000, 20_000_000))
    duty = Duty(matter.number(), kind, fen, debtors, creditor)
    duty.doubles = not is_fee and chance.random() < 0.4
    duty.acceleration = "一期未履行即全部到期" if chance.random() < 0.2 else ""
    matter.purse.duties.append(duty)
    matter.purse.changed()
