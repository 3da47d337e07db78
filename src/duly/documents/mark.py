"""What an issued paper bears of its own: number and code to verify it, and the word of its seal."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings

from duly.law.identity import verification_code
from duly.law.terms import Term

# The address by which the seal finds its place on a printed paper; it leads nowhere.
SEAL_PLACE = "duly:seal"


class SealPlace(Term):
    """What stands at the place of the seal of a paper that takes one."""

    UNSEALED = "unsealed", "（未加盖电子印章）"
    SEALED = "sealed", "（已加盖电子印章）"
    DEMO = "demo", "（演示电子印章，没有法律效力）"


@dataclass(frozen=True, slots=True)
class Mark:
    """The number and the verification code of one paper, given out when it is issued.

    They are printed in the head of every page, outside the wording that was approved.
    """

    number: str
    code: str

    @property
    def line(self) -> str:
        """The line as it is printed."""
        return f"编号：{self.number}　验证码：{verification_code.grouped(self.code)}"

    @property
    def address(self) -> str:
        """Where the portal verifies the paper; empty where the court has not said where it is."""
        base: str = settings.DULY_PORTAL_ADDRESS
        asked = urlencode({"number": self.number, "code": self.code})
        return f"{base}/p/verify/?{asked}" if base else ""
