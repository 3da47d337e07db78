"""The bands of amounts as a list offers them, in 万元."""

from itertools import pairwise

from django.utils.translation import gettext as _

from duly.registry.amounts import BEGINNINGS

TEN_THOUSAND = 10_000


def bands() -> list[tuple[int, str]]:
    """Return each band with its words: no money, then from the smallest to the largest."""
    edges = [edge // TEN_THOUSAND for edge in BEGINNINGS]
    between = [
        _("%(low)d万元以上不满%(high)d万元") % {"low": low, "high": high}
        for low, high in pairwise(edges[1:])
    ]
    words = [
        _("没有金钱给付"),
        _("不满%(high)d万元") % {"high": edges[1]},
        *between,
        _("%(low)d万元以上") % {"low": edges[-1]},
    ]
    return list(enumerate(words))
