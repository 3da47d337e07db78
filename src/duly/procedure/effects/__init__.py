"""What each step changes on the record, beside the state of its course.

A step without an entry here changes nothing but its state, clocks and papers. Effects
run before the papers are drawn, `AFTERMATH` after.
"""

from collections.abc import Callable

from duly.procedure.act import Act
from duly.procedure.effects import (
    defaulter_warning,
    enforcement,
    post_judgment,
    pre_enforcement,
    record,
    release,
)

Effect = Callable[[Act], None]

EFFECTS: dict[tuple[str, str], Effect] = {
    (mechanism, step): effect
    for mechanism, effects in (
        ("record", record.EFFECTS),
        ("post_judgment", post_judgment.EFFECTS),
        ("pre_enforcement", pre_enforcement.EFFECTS),
        ("enforcement", enforcement.EFFECTS),
        ("defaulter_warning", defaulter_warning.EFFECTS),
        ("release", release.EFFECTS),
    )
    for step, effect in effects.items()
}

AFTERMATH: dict[tuple[str, str], Effect] = {
    ("defaulter_warning", step): effect for step, effect in defaulter_warning.AFTERMATH.items()
}
