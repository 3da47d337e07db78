"""Fields and constraints of the record. What writes is in `actions`, what reads in `queries`."""

from duly.law.terms import AccountOwner
from duly.registry.models.account import AccountState, PayeeAccount
from duly.registry.models.court import Court, CourtSetting, NumberSeries, TypeCode
from duly.registry.models.fact import Fact
from duly.registry.models.instrument import Appeal, Instrument
from duly.registry.models.matter import Matter
from duly.registry.models.party import Agent, ContactPoint, ContactPointKind, Party
from duly.registry.models.proceeding import Proceeding
from duly.registry.models.reach import Contact, Service
from duly.registry.models.search import SearchTerm

__all__ = [
    "AccountOwner",
    "AccountState",
    "Agent",
    "Appeal",
    "Contact",
    "ContactPoint",
    "ContactPointKind",
    "Court",
    "CourtSetting",
    "Fact",
    "Instrument",
    "Matter",
    "NumberSeries",
    "Party",
    "PayeeAccount",
    "Proceeding",
    "SearchTerm",
    "Service",
    "TypeCode",
]
