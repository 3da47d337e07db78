"""The parts of the list of matters that stand in it by the hundred: cells and options.

They are put together here: a template takes several times as long for each.
"""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from duly.desk.listing import Cell
from duly.desk.templatetags.desk import law

register = template.Library()
SELECTED = mark_safe(" selected")
BREAK = mark_safe("<br>")
LATE, NUMBER = mark_safe(' class="late"'), mark_safe(' class="nowrap"')
SUM = mark_safe(' class="number"')
NOTHING = mark_safe("")


@register.simple_tag
def options(choices: Iterable[tuple[object, str]], chosen: object) -> SafeString:
    """Return the options of a choice, each with its value and what it is called."""
    return format_html_join(
        "\n",
        '<option value="{}"{}>{}</option>',
        ((value, SELECTED if value == chosen else NOTHING, words) for value, words in choices),
    )


@register.filter
def in_table(cell: Cell) -> SafeString:
    """Return a cell of the list."""
    return format_html(
        "<td{}{}><span{}>{}</span></td>",
        SUM if cell.is_sum else NOTHING,
        format_html(' data-label="{}"', law(cell.column)) if cell.lines else NOTHING,
        LATE if cell.late else NUMBER if cell.is_number else NOTHING,
        format_html_join(BREAK, "{}", ((_line(*line),) for line in cell.lines)),
    )


def _line(said: str, beside: str) -> SafeString:
    if not beside:
        return format_html("{}", said)
    return format_html('{} <span class="soft small nowrap">{}</span>', said, beside)
