"""Each mechanism in plain words, the same for the program's pages and for the docs.

One TOML file for each mechanism, named after it: `text` and `english` say what it is
for; `[[rule]]` what must hold, what excludes and who decides; `[[slip]]` what can go
wrong. Everything else on the page comes from the step table.
"""

from duly.desk.explained.by_clause import Cited, Clause, text
from duly.desk.explained.reading import (
    Explained,
    Rule,
    RuleKind,
    Slip,
    Words,
    cited,
    every,
    explained,
)

__all__ = [
    "Cited",
    "Clause",
    "Explained",
    "Rule",
    "RuleKind",
    "Slip",
    "Words",
    "cited",
    "every",
    "explained",
    "text",
]
