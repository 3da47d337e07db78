"""Rates as dated data, each with its source."""

from duly.law.money.rates.doubled import DoubledRate, doubled_rate
from duly.law.money.rates.lpr import LprRow, LprTable, LprTerm, read_lpr

__all__ = ["DoubledRate", "LprRow", "LprTable", "LprTerm", "doubled_rate", "read_lpr"]
