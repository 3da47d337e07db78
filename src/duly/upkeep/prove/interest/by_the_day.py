"""加倍部分债务利息 a second time: one day after the other, in whole numbers, from the articles.

法释〔2014〕8号第一条至第三条. Shares nothing with duly.law.money: no rate table, no
balances, no fractions. A sum is kept in millionths of a fen, so that nothing is rounded
before the end.
"""

from collections.abc import Mapping, Sequence

# 日万分之一点七五 = 175 millionths of the debt for each day.
DAILY = 175
PARTS = 1_000_000


def doubled(
    fen: int, *, due: int, until: int, payments: Mapping[int, int], excluded: Sequence[range]
) -> int:
    """Return the doubled part in whole fen, half a fen upwards.

    Days are numbered. `payments` has the fen that arrived on a day, which count from that
    day; `excluded` the days of article 3. The due day counts, the day reckoned to does not.
    """
    left = fen - sum(paid for day, paid in payments.items() if day < due)
    millionths = 0
    for day in range(due, until):
        left -= payments.get(day, 0)
        if not any(day in stretch for stretch in excluded):
            millionths += left * DAILY
    whole, rest = divmod(millionths, PARTS)
    return whole + (2 * rest >= PARTS)
