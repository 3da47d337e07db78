"""What anyone is told of a paper that he holds: no more than the paper itself shows."""

from dataclasses import dataclass

from duly.law.terms import Term


class Standing(Term):
    """Whether a paper that the court issued still counts."""

    VALID = "valid", "有效"
    REVOKED = "revoked", "已撤销"
    VOID = "void", "已作废"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """A paper that this court issued. `ended` is the day of its revocation."""

    court: str
    title: str
    number: str
    case_number: str
    recipient: str
    day: str
    standing: str
    ended: str | None
    pdf_sha256: str
    docx_sha256: str
