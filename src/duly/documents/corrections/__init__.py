"""Where our wording departs from the court's own templates, each departure with its reason."""

from duly.documents.corrections.table import Correction, corrections, in_markdown
from duly.documents.corrections.wording import (
    NoSource,
    beside_the_source,
    difference,
    our_wording,
    reversed_wording,
    source_wording,
)

__all__ = [
    "Correction",
    "NoSource",
    "beside_the_source",
    "corrections",
    "difference",
    "in_markdown",
    "our_wording",
    "reversed_wording",
    "source_wording",
]
