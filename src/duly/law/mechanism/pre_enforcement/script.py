"""What a mediator tells the debtor on the phone (二(二)3, 附6), in the mechanism's own words."""

from duly.law.sources import Citation, clause

CONSEQUENCES = ("二(三)附8",)
# Before enforcement nobody is promised a certificate: that is for who pays once it is filed.
BENEFITS = ("二(三)附2", "二(三)附7")


def consequences() -> tuple[Citation, ...]:
    """Return the clauses to tell of not performing."""
    return tuple(clause(reference) for reference in CONSEQUENCES)


def benefits() -> tuple[Citation, ...]:
    """Return the clauses to tell of performing now."""
    return tuple(clause(reference) for reference in BENEFITS)
