"""What is answered when there can be no such batch."""

from duly.procedure.refusal import Refusal


class BatchRefused(Refusal):
    """There can be no such batch, or not by this person. The message says why, in Chinese."""
