"""Numbers and names by which people, units, accounts and cases are known.

Each module checks one of them and returns its one spelling, or raises Malformed.
"""

from duly.law.identity import (
    bank_account,
    credit_code,
    person_name,
    phone,
    resident_id,
    unit_name,
    verification_code,
)
from duly.law.identity.bank_account import Checked
from duly.law.identity.case_number import CaseNumber
from duly.law.identity.malformed import Malformed

__all__ = [
    "CaseNumber",
    "Checked",
    "Malformed",
    "bank_account",
    "credit_code",
    "person_name",
    "phone",
    "resident_id",
    "unit_name",
    "verification_code",
]
