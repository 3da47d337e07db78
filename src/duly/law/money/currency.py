"""Signs and words of currencies in an amount: renminbi needs none, others are refused by name."""

import unicodedata

# Longer signs stand before the shorter ones that they contain.
_FOREIGN = (
    (("US$", "USD", "美元", "美金", "DOLLAR"), "美元"),
    (("HK$", "HKD", "港币", "港元"), "港元"),
    (("MOP", "澳门元", "葡币"), "澳门元"),
    (("NT$", "TWD", "新台币", "台币"), "新台币"),
    (("A$", "AUD", "澳大利亚元", "澳元"), "澳大利亚元"),
    (("C$", "CAD", "加拿大元", "加元"), "加拿大元"),
    (("S$", "SGD", "新加坡元", "新元"), "新加坡元"),
    (("EUR", "欧元", "€"), "欧元"),
    (("GBP", "英镑", "£"), "英镑"),
    (("JPY", "日元", "日圆"), "日元"),
    (("CHF", "瑞士法郎"), "瑞士法郎"),
    (("KRW", "韩元", "₩"), "韩元"),
    (("RUB", "卢布", "₽"), "卢布"),
    (("THB", "泰铢", "฿"), "泰铢"),
    (("INR", "卢比", "₹"), "卢比"),
    (("$",), "美元"),
)
_RENMINBI = ("RMB", "CNY", "人民币", "¥", "元", "圆", "块")


def foreign(text: str) -> str | None:
    """Return the name of the foreign currency that a text names, or None.

    A currency sign that is not in the table is itself returned: it is not renminbi.
    """
    plain = _plain(text)
    for signs, name in _FOREIGN:
        if any(sign in plain for sign in signs):
            return name
    unknown = (one for one in plain if unicodedata.category(one) == "Sc" and one != "¥")
    return next(unknown, None)


def names_renminbi(text: str) -> bool:
    """Whether a text names renminbi, which an amount here needs not do."""
    return any(sign in _plain(text) for sign in _RENMINBI)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).upper()
