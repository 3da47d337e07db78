"""电子印章: the court's seal on an issued paper, a signature in the PDF by the court's certificate.

A court's seal is kept by a supplier, the class that `DULY_SEALS` names; the default one reads a key
and a certificate from files. A court without a seal issues papers that say so.
"""

from duly.documents.sealing.seal import CourtSeal, NotSealed, Sealed, apply, of, place

__all__ = ["CourtSeal", "NotSealed", "Sealed", "apply", "of", "place"]
