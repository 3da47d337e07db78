"""Numbers of persons as a page shows them: enough to tell apart, never enough to use."""


def identifier(number: str) -> str:
    """Return an ID number or credit code with its middle hidden: 440199********0017."""
    return _middle(number, 6, 4)


def phone(number: str) -> str:
    """Return a phone number with its middle hidden: 138****0001."""
    return _middle(number, 3, 4)


def account(number: str) -> str:
    """Return an account number in groups, only its ends shown: 6222 **** **** 5678."""
    if len(number) <= 8:
        return "*" * len(number)
    return f"{number[:4]} **** **** {number[-4:]}"


def address(text: str) -> str:
    """Return an address down to the district: 广州市从化区******."""
    return _middle(text, 6, 0)


def email(text: str) -> str:
    """Return a mail address with its name hidden: c***@example.invalid."""
    name, _, host = text.partition("@")
    return f"{_middle(name, 1, 0)}@{host}"


def _middle(text: str, head: int, tail: int) -> str:
    if len(text) <= head + tail:
        return "*" * len(text)
    hidden = "*" * (len(text) - head - tail)
    return f"{text[:head]}{hidden}{text[len(text) - tail :]}"
