"""Registering new matters: entered once, each walks through all three stages."""

from duly.procedure.registration.asks import ACCOUNT, ASKS, BETWEEN, Group
from duly.procedure.registration.drafting import Draft, draft
from duly.procedure.registration.form import Form, Place, Unregistrable
from duly.procedure.registration.registered import registered_under
from duly.procedure.registration.registering import hold, register, register_matter
from duly.procedure.registration.registrar import MAY_REGISTER, Registrar, registrar

__all__ = [
    "ACCOUNT",
    "ASKS",
    "BETWEEN",
    "MAY_REGISTER",
    "Draft",
    "Form",
    "Group",
    "Place",
    "Registrar",
    "Unregistrable",
    "draft",
    "hold",
    "register",
    "register_matter",
    "registered_under",
    "registrar",
]
