"""The face of the court that a paper shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CourtFace:
    """The court as its papers name it: full name, and the code of its case numbers (粤0117)."""

    name: str
    code: str
