"""The list of matters: what it asks for, its rows and columns, as a page and as a sheet."""

from duly.desk.listing.asking import asked, colleagues
from duly.desk.listing.columns import Cell, Column, chosen
from duly.desk.listing.rows import Row, rows

__all__ = ["Cell", "Column", "Row", "asked", "chosen", "colleagues", "rows"]
