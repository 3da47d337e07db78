"""What an issued paper bears of its own: a number and a code by which anyone can verify it."""

from dataclasses import dataclass

from duly.law.identity import verification_code


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
