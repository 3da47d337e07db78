"""Money, exact to the fen: interest, fees, the order of satisfaction, capitals."""

from duly.law.money.allocation import BY_LAW, Allocation, Bucket, allocate
from duly.law.money.balance import Payment, Stretch
from duly.law.money.capitals import capitals
from duly.law.money.dividing import divide, written
from duly.law.money.doubled import Slice, Worksheet, doubled_interest
from duly.law.money.fees import (
    Fee,
    FeeKind,
    acceptance_fee,
    enforcement_fee,
    fee,
    preservation_fee,
)
from duly.law.money.ordinary import OrdinarySlice, OrdinaryWorksheet, ordinary_interest
from duly.law.money.plan import InstalmentStanding, InstalmentState, PlanStanding, plan_standing
from duly.law.money.rates import LprTable, LprTerm, read_lpr
from duly.law.money.refused import RateNotOnFile, Refused
from duly.law.money.schedule import Row, read_schedule
from duly.law.money.standing import Booking, Debt, DebtStanding, Receipt, Standing, stand
from duly.law.money.terms import Fixed, LprMultiple, Per, Terms
from duly.law.money.terms_data import read_terms, terms_data
from duly.law.money.yuan import NOTHING, Yuan, exact_text

__all__ = [
    "BY_LAW",
    "NOTHING",
    "Allocation",
    "Booking",
    "Bucket",
    "Debt",
    "DebtStanding",
    "Fee",
    "FeeKind",
    "Fixed",
    "InstalmentStanding",
    "InstalmentState",
    "LprMultiple",
    "LprTable",
    "LprTerm",
    "OrdinarySlice",
    "OrdinaryWorksheet",
    "Payment",
    "Per",
    "PlanStanding",
    "RateNotOnFile",
    "Receipt",
    "Refused",
    "Row",
    "Slice",
    "Standing",
    "Stretch",
    "Terms",
    "Worksheet",
    "Yuan",
    "acceptance_fee",
    "allocate",
    "capitals",
    "divide",
    "doubled_interest",
    "enforcement_fee",
    "exact_text",
    "fee",
    "ordinary_interest",
    "plan_standing",
    "preservation_fee",
    "read_lpr",
    "read_schedule",
    "read_terms",
    "stand",
    "terms_data",
    "written",
]
