"""What is published so that anybody can verify what the court signed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """`keys` is a JSON Web Key Set (RFC 7517), `certificates` those of the seals, in PEM."""

    keys: str
    certificates: str
