"""The portal's own tables. None points into the court's record: the portal may stand alone."""

from duly.portal.models.code import Code
from duly.portal.models.link import Factor, Guess, Link, Purpose, Visit
from duly.portal.models.published import PublishedKeys, PublishedMark, PublishedPaper, PublishedView
from duly.portal.models.submission import Submission, SubmissionKind, SubmissionState

__all__ = [
    "Code",
    "Factor",
    "Guess",
    "Link",
    "PublishedKeys",
    "PublishedMark",
    "PublishedPaper",
    "PublishedView",
    "Purpose",
    "Submission",
    "SubmissionKind",
    "SubmissionState",
    "Visit",
]
