"""What the door answers when an act is not to be: the rule, the field, the way out."""

from collections.abc import Mapping, Sequence

from duly.law.finding import Finding


class Refusal(Exception):
    """An act that was refused. Nothing has changed; `message` is a plain sentence."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class StepNotAllowed(Refusal):
    """The table has no such step from here, or not for this person."""


class Unanswered(Refusal):
    """Answers are missing or break a rule; `errors` has a sentence for each field."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__("；".join(errors.values()))
        self.errors = dict(errors)


class Refused(Refusal):
    """A rule does not hold, or not yet; `findings` say which and what would change it."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        sentences = [
            f"{ground.because}（{ground.basis.in_digits}）"
            + (f"；{ground.change}" if ground.change else "")
            for finding in self.findings
            for ground in finding.obstacles
        ]
        super().__init__("。".join(sentences))


class Stale(Refusal):
    """Somebody changed the matter after the form was drawn; the message says who and what."""
