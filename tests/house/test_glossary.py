"""The glossary names every closed vocabulary, and gives each Chinese term one row."""

import re
from collections import Counter
from pathlib import Path

from duly.law import terms

GLOSSARY = (Path(__file__).parents[2] / "GLOSSARY.md").read_text(encoding="utf-8")


def test_every_vocabulary_is_in_the_glossary() -> None:
    missing = [name for name in terms.__all__ if name != "Term" and f"`{name}`" not in GLOSSARY]
    assert missing == []


def test_a_chinese_term_has_one_row() -> None:
    rows = Counter(re.findall(r"^\| ([^|`]+?) \|", GLOSSARY, flags=re.MULTILINE))
    assert [term for term, times in rows.items() if times > 1] == []
