"""任何一行输入都恰有一行有效的JSON作答，从不中断"""

import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duly.cli.law import COMMANDS
from duly.cli.law.command import answer
from duly.cli.law.court import Court
from duly.cli.law.jsonl import run

KEYS = ["principal", "due", "payments", "until", "excluded", "kind", "amount", "halved", "from"]
KEYS += ["length", "days", "months", "years", "working_days", "subject", "on", "text", "to"]
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(),
    st.dates().map(str),
    st.decimals(min_value=0, places=2).map(str),
    st.sampled_from(["acceptance", "enforcement", "执行通知", "（2022）粤0117执1号"]),
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner),
    max_leaves=6,
)
QUESTIONS = st.dictionaries(st.sampled_from(KEYS), VALUES).map(lambda q: json.dumps(q).encode())
LINES = st.one_of(st.binary(), QUESTIONS).map(lambda line: line.replace(b"\n", b" ") + b"\n")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.NAME)
@settings(max_examples=60, deadline=None)
@given(lines=st.lists(LINES, max_size=4))
def test_each_line_has_one_answer(command: Any, lines: list[bytes]):
    out = io.BytesIO()

    status = run(lambda question: answer(command, Court(), question), lines, out)

    replies = [json.loads(line) for line in out.getvalue().split(b"\n")[:-1]]
    assert len(replies) == len(lines)
    assert status == any("error" in reply for reply in replies)
