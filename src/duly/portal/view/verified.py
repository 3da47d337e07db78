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
    """A paper that this court issued. `ended` is the day of its revocation.

    `signer` is whom the certificate in the file is for, by its SHA-256; `demo` says that it is for
    demonstrations. All three are empty where the paper bears no signature.
    """

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
    unsigned_sha256: str = ""
    signer: str = ""
    certificate_sha256: str = ""
    demo: bool = False
