"""Where our wording departs from the court's own templates, each departure with its reason."""

from duly.documents.corrections.table import Correction, corrections, in_markdown
from duly.documents.corrections.wording import (
    NoSource,
    as_the_source_prints,
    difference,
    normalised,
    our_wording,
    reversed_wording,
    source_wording,
)

__all__ = [
    "Correction",
    "NoSource",
    "as_the_source_prints",
    "corrections",
    "difference",
    "in_markdown",
    "normalised",
    "our_wording",
    "reversed_wording",
    "source_wording",
]
