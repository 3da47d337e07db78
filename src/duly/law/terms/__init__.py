"""Closed vocabularies: each member has a stored value and its Chinese legal name."""

from duly.law.terms.account import AccountOwner, AccountRoute, CourtAccount
from duly.law.terms.case import (
    Cause,
    InstrumentKind,
    InstrumentOutcome,
    ObligationKind,
    ProceedingKind,
    Stage,
)
from duly.law.terms.fact import FactQuestion
from duly.law.terms.hold import HoldKind, InterruptionKind
from duly.law.terms.measure import (
    CommitmentKind,
    DefaulterGround,
    MeasureKind,
    PropertyClass,
    PropertyKind,
    RepairScope,
    ReportBreach,
    ResponsiblePost,
    SanctionGround,
    SanctionKind,
    SanctionTarget,
)
from duly.law.terms.objection import AbuseAct, ObjectionKind
from duly.law.terms.people import PartyKind, PartyRole, Role
from duly.law.terms.reach import Channel, ContactResult, Purpose, ServiceMethod
from duly.law.terms.term import Term

__all__ = [
    "AbuseAct",
    "AccountOwner",
    "AccountRoute",
    "Cause",
    "Channel",
    "CommitmentKind",
    "ContactResult",
    "CourtAccount",
    "DefaulterGround",
    "FactQuestion",
    "HoldKind",
    "InstrumentKind",
    "InstrumentOutcome",
    "InterruptionKind",
    "MeasureKind",
    "ObjectionKind",
    "ObligationKind",
    "PartyKind",
    "PartyRole",
    "ProceedingKind",
    "PropertyClass",
    "PropertyKind",
    "Purpose",
    "RepairScope",
    "ReportBreach",
    "ResponsiblePost",
    "Role",
    "SanctionGround",
    "SanctionKind",
    "SanctionTarget",
    "ServiceMethod",
    "Stage",
    "Term",
]
