"""Printing a drawn paper: PDF/A by Typst, and DOCX with real styles; same inputs, same bytes."""

from duly.documents.render.pdf import Code, PrintingFailed, pdf
from duly.documents.render.word import docx

__all__ = ["Code", "PrintingFailed", "docx", "pdf"]
