"""Numbers of people who do not exist: right in form and check digit, area 440199 throughout."""

from datetime import date

from stdnum import luhn
from stdnum.cn import ric, uscc

# 440199 is no district of Guangzhou: nobody was ever registered there.
AREA = "440199"


def resident_id(born: date, serial: int) -> str:
    """Return a resident identity number; an odd `serial` is a man's, an even one a woman's."""
    places = f"{AREA}{born:%Y%m%d}{serial % 1000:03d}"
    return places + ric.calc_check_digit(places + "0")  # the place of the digit counts


def credit_code(serial: int) -> str:
    """Return the unified social credit code of an enterprise."""
    places = f"91{AREA}MA5{serial % 1_000_000:06d}"
    return places + uscc.calc_check_digit(places)


def mobile(serial: int) -> str:
    """Return a mobile number 1380000…, the range that samples use."""
    return f"1380000{serial % 10_000:04d}"


def bank_card(serial: int) -> str:
    """Return a test card number: 16 digits that begin with 620000 and pass the Luhn check."""
    places = f"620000{serial % 1_000_000_000:09d}"
    return places + luhn.calc_check_digit(places)
