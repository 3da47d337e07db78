"""Why the model does not let a step be taken, and what it does not know yet."""


class NotTaken(Exception):
    """A step that is refused; `rule` names what refused it."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


class Unmodelled(Exception):
    """The tables have something of which the proof has no model."""


class Violation(AssertionError):
    """An invariant that does not hold."""
