"""The mechanisms: for each one its rules and its table of steps, side by side."""

from typing import Any

from duly.law.mechanism import (
    certificate,
    defaulter_warning,
    enforcement,
    post_judgment,
    pre_enforcement,
    record,
    release,
)
from duly.law.step import Mechanism

MECHANISMS: dict[str, Mechanism[Any]] = {
    module.MECHANISM.name: module.MECHANISM
    for module in (
        record,
        post_judgment,
        pre_enforcement,
        enforcement,
        defaulter_warning,
        certificate,
        release,
    )
}
"""Every mechanism by name, in the order of the source; `record` first."""
