"""Amounts in capitals (大写), as cheques and court papers write them."""

from duly.law.money.refused import Refused
from duly.law.money.yuan import Yuan

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_SCALES = ((10**8, "亿"), (10**4, "万"), (1000, "仟"), (100, "佰"), (10, "拾"))
LARGEST = Yuan(999_999_999_999_999)


def capitals(amount: Yuan) -> str:
    """Return an amount in capitals: 壹万贰仟叁佰肆拾伍元陆角柒分, 壹佰元整.

    正确填写票据和结算凭证的基本规定: 整 after a whole yuan, none after 角 or 分. Raises
    Refused above 9,999,999,999,999.99元.
    """
    if amount > LARGEST:
        raise Refused("amount", f"大写金额最多写到{LARGEST}")
    yuan, fen = divmod(amount.fen, 100)
    if not fen:
        return f"{_whole(yuan)}元整"
    return (f"{_whole(yuan)}元" if yuan else "") + _cents(fen, after_yuan=bool(yuan))


def _whole(number: int) -> str:
    for scale, unit in _SCALES:
        if number >= scale:
            high, low = divmod(number, scale)
            gap = "零" if 0 < low < scale // 10 else ""
            return f"{_whole(high)}{unit}{gap}{_whole(low) if low else ''}"
    return _DIGITS[number]


def _cents(fen: int, *, after_yuan: bool) -> str:
    tens, units = divmod(fen, 10)
    tenth = f"{_DIGITS[tens]}角" if tens else "零" if after_yuan else ""
    return tenth + (f"{_DIGITS[units]}分" if units else "")
