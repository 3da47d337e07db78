"""What is installed: reasons for every dependency, and locks that agree."""

import re
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parents[2]


def _stanzas(lock: str) -> dict[str, str]:
    text = (PROJECT / lock).read_text(encoding="utf-8")
    parts = re.split(r"\n(?=[a-z0-9])", text.strip())
    hashes = {part.split("==")[0]: re.sub(r"\s*# via.*|\n    #.*", "", part) for part in parts}
    return {name: re.sub(r"\s+", " ", part) for name, part in hashes.items()}


def test_every_dependency_says_why_it_is_there() -> None:
    text = (PROJECT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)
    groups = project["dependency-groups"].values()
    named = [item for group in groups for item in group if isinstance(item, str)]
    for requirement in [*project["project"]["dependencies"], *named]:
        assert re.search(rf'"{re.escape(requirement)}",\s*# \w+', text), requirement


def test_the_smaller_locks_are_parts_of_the_larger() -> None:
    full = _stanzas("requirements-dev.lock")
    for lock in ("requirements.lock", "requirements-law.lock"):
        stanzas = _stanzas(lock)
        assert stanzas
        assert {name: full.get(name) for name in stanzas} == stanzas


def test_the_law_is_tested_without_django() -> None:
    assert not [name for name in _stanzas("requirements-law.lock") if "django" in name]


def test_every_pinned_package_has_a_hash() -> None:
    for lock in ("requirements.lock", "requirements-dev.lock", "requirements-law.lock"):
        assert all("--hash=sha256:" in stanza for stanza in _stanzas(lock).values())
