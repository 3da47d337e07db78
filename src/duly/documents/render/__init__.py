"""Printing a drawn paper: PDF/A by Typst, and DOCX with real styles; same inputs, same bytes."""

from duly.documents.render.pdf import Code, PrintingFailed, pdf
from duly.documents.render.word import docx
from duly.documents.render.word_form import NotReadable, read_form, word_form

__all__ = ["Code", "NotReadable", "PrintingFailed", "docx", "pdf", "read_form", "word_form"]
