"""What Django checks at start: a ladder or suppliers that cannot be read are said at once."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning

from duly.outreach.ladder import MalformedLadder, ladder_of
from duly.outreach.suppliers import MalformedSuppliers, declared


def files_can_be_read(**_: Any) -> Sequence[CheckMessage]:
    """Warn of a file in DULY_HOME/outreach that says what cannot be."""
    found: list[CheckMessage] = []
    try:
        declared()
    except MalformedSuppliers as wrong:
        found.append(Warning(str(wrong), id="outreach.W001"))
    for file in sorted((settings.DULY_HOME / "outreach").glob("*.toml")):
        if file.name == "suppliers.toml":
            continue
        try:
            ladder_of(file.stem)
        except MalformedLadder as wrong:
            found.append(Warning(f"{file.name}：{wrong}", id="outreach.W002"))
    return found
