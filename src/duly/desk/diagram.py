"""A mechanism as a picture: states down the page, steps forward on the right, back on the left."""

from dataclasses import dataclass
from typing import Any

from duly.law.step import Mechanism
from duly.law.terms import Term

WIDTH, HEIGHT = 216, 44
DOWN = 80
MARGIN = 24
BULGE = 34
# Arrows arrive above the middle of a box and leave below it.
ARRIVES, LEAVES = 14, 30

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Box:
    """A state, and where it stands."""

    state: Term
    x: int
    y: int
    initial: bool
    final: bool
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def middle(self) -> int:
        """The middle of the box, across."""
        return self.x + self.width // 2

    @property
    def baseline(self) -> int:
        """Where the word stands."""
        return self.y + self.height // 2 + 5


@dataclass(frozen=True, slots=True)
class Arrow:
    """The steps from one state to another, as one curve with their numbers."""

    start: Point
    bend: tuple[Point, Point]
    end: Point
    label: str

    @property
    def path(self) -> str:
        """The curve, as SVG writes it."""
        points = (self.bend[0], self.bend[1], self.end)
        curve = " ".join(f"{x},{y}" for x, y in points)
        return f"M{self.start[0]},{self.start[1]} C{curve}"

    @property
    def head(self) -> str:
        """The arrow's head, pointing the way that the curve arrives."""
        x, y = self.end
        if self.bend[1][0] == x:
            return f"M{x},{y} l-4,-8 h8 z"
        back = 8 if self.bend[1][0] > x else -8
        return f"M{x},{y} l{back},-4 v8 z"

    @property
    def middle(self) -> Point:
        """The point half way along the curve."""
        points = (self.start, *self.bend, self.end)
        weights = (1, 3, 3, 1)
        across = sum(w * x for w, (x, _) in zip(weights, points, strict=True))
        down = sum(w * y for w, (_, y) in zip(weights, points, strict=True))
        return across // 8, down // 8

    @property
    def label_width(self) -> int:
        """How wide the label's capsule is."""
        return 12 + 8 * len(self.label)

    @property
    def label_x(self) -> int:
        """The capsule's left edge."""
        return self.middle[0] - self.label_width // 2

    @property
    def label_y(self) -> int:
        """The capsule's upper edge."""
        return self.middle[1] - 10

    @property
    def middle_x(self) -> int:
        """The middle of the label."""
        return self.middle[0]

    @property
    def baseline(self) -> int:
        """Where the label's digits stand."""
        return self.middle[1] + 4


@dataclass(frozen=True, slots=True)
class Diagram:
    """The picture of a mechanism, in pixels."""

    label: str
    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def draw(mechanism: Mechanism[Any]) -> Diagram:
    """Return the picture of a mechanism, drawn from its step table alone."""
    edges = _edges(mechanism)
    order = {state: row for row, state in enumerate(_order(mechanism))}
    left = MARGIN + BULGE * (1 + max((order[a] - order[b] for a, b in edges), default=0))
    boxes = {state: _box(mechanism, state, left, row) for state, row in order.items()}
    longest = max(order[b] - order[a] for a, b in edges)
    return Diagram(
        label=mechanism.chinese,
        width=left + WIDTH + BULGE * (1 + longest) + MARGIN,
        height=MARGIN * 2 + DOWN * (len(order) - 1) + HEIGHT,
        boxes=tuple(boxes.values()),
        arrows=tuple(
            _arrow(boxes[origin], boxes[target], order[target] - order[origin], label)
            for (origin, target), label in edges.items()
        ),
    )


def _order(mechanism: Mechanism[Any]) -> list[Term]:
    """Return the states in reading order: as the vocabulary lists them, from the start on."""
    later = [state for state in mechanism.states if state is not mechanism.initial]
    return [mechanism.initial, *later]


def _box(mechanism: Mechanism[Any], state: Term, left: int, row: int) -> Box:
    return Box(
        state,
        left,
        MARGIN + row * DOWN,
        initial=state is mechanism.initial,
        final=state in mechanism.final,
    )


def _edges(mechanism: Mechanism[Any]) -> dict[tuple[Term, Term], str]:
    """Return the numbers of the steps by the states that they join."""
    numbers: dict[tuple[Term, Term], list[str]] = {}
    for number, step in enumerate(mechanism.steps, start=1):
        for origin in mechanism.states:
            if origin in step.origins and step.target not in (None, origin):
                assert step.target is not None
                numbers.setdefault((origin, step.target), []).append(str(number))
    return {ends: ",".join(found) for ends, found in numbers.items()}


def _arrow(origin: Box, target: Box, distance: int, label: str) -> Arrow:
    if distance == 1:
        start, end = (origin.middle, origin.y + HEIGHT), (target.middle, target.y)
        return Arrow(start, ((start[0], start[1] + 12), (end[0], end[1] - 12)), end, label)
    out = BULGE * abs(distance) * 4 // 3
    x = origin.x + (WIDTH if distance > 0 else 0)
    reach = x + out if distance > 0 else x - out
    start, end = (x, origin.y + LEAVES), (x, target.y + ARRIVES)
    return Arrow(start, ((reach, start[1]), (reach, end[1])), end, label)
