"""One question of a form as a page shows it: control, options, what was typed, what is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from duly.law.step import Ask, AskKind

# Above this number a list is easier to read than buttons.
RADIO_LIMIT = 4
SHORT_LABEL = 6
YES_NO = (("yes", "是"), ("no", "否"))
_CONTROLS = {
    AskKind.LONG_TEXT: "lines",
    AskKind.DATE: "date",
    AskKind.PHONE: "tel",
    AskKind.RECORD: "select",
}
_MODES = {
    AskKind.MONEY: "decimal",
    AskKind.NUMBER: "numeric",
    AskKind.PHONE: "tel",
    AskKind.ACCOUNT: "numeric",
}
_SHORT = frozenset({AskKind.DATE, AskKind.MONEY, AskKind.NUMBER, AskKind.PHONE})


@dataclass(frozen=True, slots=True)
class FormField:
    """An Ask with what was typed into it and, after a refusal, the sentence that says why."""

    ask: Ask
    options: tuple[tuple[str, str], ...] = ()
    value: str = ""
    error: str = ""

    @property
    def name(self) -> str:
        """The name under which the answer is sent."""
        return self.ask.name

    @property
    def label(self) -> str:
        """The question."""
        return self.ask.chinese

    @property
    def hint(self) -> str:
        """What helps to answer it."""
        return self.ask.hint

    @property
    def required(self) -> bool:
        """Whether an answer must be given."""
        return self.ask.required

    @property
    def kind(self) -> str:
        """The control: radio, select, lines, or the type of an input."""
        if self.ask.kind is AskKind.YES_NO:
            return "radio"
        if self.ask.kind is AskKind.CHOICE:
            return "radio" if len(self.options) <= RADIO_LIMIT else "select"
        return _CONTROLS.get(self.ask.kind, "text")

    @property
    def inputmode(self) -> str:
        """The keyboard that a phone should offer."""
        return _MODES.get(self.ask.kind, "")

    @property
    def short(self) -> bool:
        """Whether a narrow control is wide enough."""
        return self.ask.kind in _SHORT

    @property
    def short_options(self) -> bool:
        """Whether two options fit side by side."""
        return all(len(label) <= SHORT_LABEL for _, label in self.options)

    @property
    def shown(self) -> str:
        """What was typed, as a person reads it."""
        return dict(self.options).get(self.value, self.value)


def form_field(
    ask: Ask,
    options: Sequence[tuple[str, str]],
    typed: Mapping[str, str],
    errors: Mapping[str, str],
    *,
    initial: str = "",
) -> FormField:
    """Return the field of an Ask; what was typed wins over what is suggested."""
    return FormField(
        ask,
        YES_NO if ask.kind is AskKind.YES_NO else tuple(options),
        typed.get(ask.name, initial),
        errors.get(ask.name, ""),
    )
