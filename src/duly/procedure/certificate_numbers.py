"""The number and the code of a certificate, given out in the act that issues it."""

import secrets
from collections.abc import Callable

from duly.documents.mark import Mark
from duly.law.identity import verification_code
from duly.procedure.act import Act
from duly.registry.numbering import next_serial

# The certificate bears a number of its own, written like a case number: year, court, 履证,
# serial. It is no case: no proceeding is filed under it, no type code is needed.
SERIES = "履证"
CERTIFICATES = frozenset({"performance-certificate", "performance-certificate-main"})
draw_below: Callable[[int], int] = secrets.randbelow


def mark(act: Act, template: str) -> Mark | None:
    """Return the next number of the court's year and a code nobody can guess; else None.

    Runs in the transaction of the act: where it fails, the number was never given.
    """
    if template not in CERTIFICATES:
        return None
    serial = next_serial(court=act.matter.court, year=act.on.year, code=SERIES)
    return Mark(
        number=f"（{act.on.year}）{act.matter.court.code}{SERIES}{serial}号",
        code=verification_code.of(draw_below(verification_code.SPACE)),
    )
