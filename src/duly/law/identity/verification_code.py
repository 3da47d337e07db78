"""Verification codes (验证码): thirteen letters and digits, 65 bits, that can be read aloud.

The alphabet is Crockford's base 32: no I, L, O or U, so that nothing reads as 1 or 0.
"""

from duly.law.identity.malformed import Malformed

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 13
SPACE = len(ALPHABET) ** LENGTH
_AS_MEANT = str.maketrans("OIL", "011")
_LEFT_OUT = str.maketrans("", "", " -")


def of(number: int) -> str:
    """Return the code for a number from 0 up to SPACE, zeros in front kept."""
    if not 0 <= number < SPACE:
        raise ValueError("the number is outside the space of codes")
    letters = []
    for _ in range(LENGTH):
        number, place = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[place])
    return "".join(reversed(letters))


def check(text: str) -> str:
    """Return a code as kept: capitals, no hyphens, O read as 0, I and L as 1. Raises Malformed."""
    code = text.upper().translate(_LEFT_OUT).translate(_AS_MEANT)
    if len(code) != LENGTH or any(letter not in ALPHABET for letter in code):
        raise Malformed("code", f"验证码是{LENGTH}位字母、数字，没有字母U")
    return code


def grouped(code: str) -> str:
    """Return a code in groups to be read: XXXX-XXXX-XXXXX."""
    return f"{code[:4]}-{code[4:8]}-{code[8:]}"
