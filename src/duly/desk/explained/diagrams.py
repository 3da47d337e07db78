"""A mechanism's diagram as Mermaid, drawn from its step table alone."""

from collections.abc import Iterator
from typing import Any

from duly.law.step import Mechanism


def mermaid(mechanism: Mechanism[Any]) -> Iterator[str]:
    """Return the lines of a state diagram; arrows carry the numbers of the steps."""
    yield "stateDiagram-v2"
    for state in mechanism.states:
        yield f'  state "{state.chinese}" as {state.value}'
    yield f"  [*] --> {mechanism.initial.value}"
    edges: dict[tuple[str, str], list[str]] = {}
    for number, step in enumerate(mechanism.steps, 1):
        for origin in mechanism.states:
            if origin in step.origins and step.target not in (None, origin):
                assert step.target is not None
                edges.setdefault((origin.value, step.target.value), []).append(str(number))
    for (origin_name, target), numbers in edges.items():
        yield f"  {origin_name} --> {target}: {','.join(numbers)}"
    for state in mechanism.states:
        if state in mechanism.final:
            yield f"  {state.value} --> [*]"
