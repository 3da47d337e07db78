"""What Django checks at start: without fonts no paper can be printed, and that is said at once."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Warning

from duly.documents.fonts import Face, FontsNotInstalled, families


def fonts_are_installed(**_: Any) -> Sequence[CheckMessage]:
    """Warn where the fonts that papers are set in are missing."""
    try:
        for face in Face:
            families(face)
    except FontsNotInstalled as missing:
        return [Warning(str(missing), id="documents.W001")]
    return []
