"""Registering a new matter: one form, entered once, that walks through all three stages."""

from duly.procedure.registration.asks import ASKS, Group
from duly.procedure.registration.registering import register_matter

__all__ = ["ASKS", "Group", "register_matter"]
