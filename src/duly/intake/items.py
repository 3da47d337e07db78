"""Matters as a file has them: rows that belong together, with where each part stands."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from duly.intake.columns import BY_NAME, COLUMNS, PARTS
from duly.intake.faults import Fault
from duly.intake.layout import Line
from duly.law.identity import CaseNumber, Malformed
from duly.procedure.registration import Form, Place

NUMBER, ACCOUNT = "number", "account_"
_NAMES = {part: tuple(column.name for column in COLUMNS if column.part == part) for part in PARTS}


@dataclass(slots=True)
class Item:
    """A matter of the file: its form, its faults, and the rows that it was read from.

    `number` is the case number in its one spelling, or as written where it has none.
    `rows` and `paths` say where each part of the form stands. `written` are the cells as they
    were, `element` the object of a JSON file: what the file of errors repeats.
    """

    row: int
    number: str
    form: Form
    rows: Mapping[tuple[str, int], int]
    faults: list[Fault]
    written: Sequence[Sequence[str]] = ()
    element: object = None
    paths: Mapping[tuple[str, int], str] = field(default_factory=dict)

    def fault(self, place: Place, sentence: str) -> Fault:
        """Return what a rule of the form says, with the cell that it is about."""
        row = self.rows.get((place.part, place.nth), self.row)
        name = place.field.partition("[")[0].partition(".")[0]
        column = BY_NAME.get(name)
        heading = column.chinese if column else "义务内容"
        return Fault(row, self.paths.get((place.part, place.nth), "") + heading, _bare(sentence))


def _bare(sentence: str) -> str:
    """The column is named before the sentence, and need not be named again."""
    head, colon, rest = sentence.partition("：")
    known = {column.ask.chinese for column in COLUMNS}
    return rest if colon and head in known else sentence


def grouped(lines: Iterable[Line], fixed: Mapping[str, str]) -> Iterator[Item]:
    """Return the matters of a sheet: rows with the same case number that follow each other."""
    together: list[Line] = []
    for line in lines:
        if together and _number(line) != _number(together[0]):
            yield _item(together, fixed)
            together = []
        together.append(line)
    if together:
        yield _item(together, fixed)


def canonical(text: str) -> str:
    """Return a case number in its one spelling, or as written where it has none."""
    try:
        return CaseNumber.parse(text).canonical
    except Malformed:
        return text.strip()


def _number(line: Line) -> str:
    return canonical(line.typed.get(NUMBER, ""))


def _item(lines: Sequence[Line], fixed: Mapping[str, str]) -> Item:
    first = lines[0]
    parts: dict[str, list[Mapping[str, str]]] = {part: [] for part in PARTS}
    rows: dict[tuple[str, int], int] = {}
    for line in lines:
        for part in PARTS[1:]:
            answers = {name: line.typed[name] for name in _NAMES[part] if line.typed.get(name)}
            if answers:
                rows[part, len(parts[part])] = line.row
                parts[part].append(filled(part, answers, fixed))
    return Item(
        row=first.row,
        number=_number(first),
        form=Form(
            instrument=filled("instrument", _instrument(first), fixed),
            creditors=parts["creditors"],
            debtors=parts["debtors"],
            duties=parts["duties"],
        ),
        rows=rows,
        faults=[fault for line in lines for fault in line.faults] + list(_contradictions(lines)),
        written=[line.cells for line in lines],
    )


def _instrument(line: Line) -> Mapping[str, str]:
    return {name: line.typed[name] for name in _NAMES["instrument"] if line.typed.get(name)}


def filled(part: str, answers: Mapping[str, str], fixed: Mapping[str, str]) -> Mapping[str, str]:
    """What is the same in every row stands where the row itself says nothing else."""
    names = _NAMES[part]
    if not any(name.startswith(ACCOUNT) for name in answers):
        names = tuple(name for name in names if not name.startswith(ACCOUNT))
    return {**{name: fixed[name] for name in names if name in fixed}, **answers}


def _contradictions(lines: Sequence[Line]) -> Iterator[Fault]:
    first = _instrument(lines[0])
    for line in lines[1:]:
        for name, answer in _instrument(line).items():
            if name != NUMBER and answer != first.get(name, ""):
                why = f"与本案第一行（第{lines[0].row}行）不一致；同一案件只在第一行填写"
                yield Fault(line.row, BY_NAME[name].chinese, why)
