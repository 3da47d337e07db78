"""The fonts that papers are set in, and which characters they can show."""

from duly.documents.fonts.coverage import missing_glyphs
from duly.documents.fonts.faces import Face, FontsNotInstalled, families, font_folders, kept_at

__all__ = ["Face", "FontsNotInstalled", "families", "font_folders", "kept_at", "missing_glyphs"]
