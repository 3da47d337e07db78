"""The refusal of a number or a name that breaks its rule."""


class Malformed(ValueError):
    """A value that breaks the rule of its field; the message names the rule in plain Chinese."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message
