"""What was typed into a submission, as it is sealed."""

import json
from collections.abc import Mapping

from duly.portal.models import Submission


def dump(typed: Mapping[str, str]) -> str:
    """Return what was typed as canonical JSON."""
    return json.dumps(dict(typed), ensure_ascii=False, sort_keys=True)


def of(submission: Submission) -> dict[str, str]:
    """Return what was typed into a submission."""
    typed: dict[str, str] = json.loads(submission.content)
    return typed
