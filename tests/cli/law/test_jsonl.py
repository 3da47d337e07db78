"""`duly law … --jsonl`：一行一问，一行一答，次序不变，错行就地作答"""

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
QUESTIONS = tomllib.loads((HERE / "questions.toml").read_text("utf-8"))["question"]
REFUSALS = tomllib.loads((HERE / "refusals.toml").read_text("utf-8"))
ROWS = [
    (group["command"], change, field)
    for group in REFUSALS["refusals"]
    for change, field in group["rows"]
]
BASE: dict[str, dict[str, Any]] = REFUSALS["base"]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: f"{q['command']} {q['from'][:30]}")
def test_a_question_has_its_answer(ask, question: dict[str, Any]):
    status, (reply,) = ask(question["command"], question["ask"])

    assert status == 0
    because = reply.pop("because", None)
    assert reply == question["answer"]
    assert (question["command"] == "period") == bool(because)


@pytest.mark.parametrize("command", BASE)
def test_the_base_of_each_refusal_has_an_answer(ask, command: str):
    status, (reply,) = ask(command, BASE[command])

    assert status == 0
    assert "error" not in reply


@pytest.mark.parametrize(("command", "change", "field"), ROWS)
def test_a_refusal_names_its_field(ask, command: str, change: dict[str, Any], field: str):
    status, (reply,) = ask(command, {**BASE[command], **change})

    assert status == 1
    assert set(reply) == {"error", "field"}
    assert reply["field"] == field
    assert reply["error"]


@pytest.mark.parametrize(
    ("command", "key"), [(command, key) for command, base in BASE.items() for key in base]
)
def test_a_missing_member_is_named(ask, command: str, key: str):
    question = {name: value for name, value in BASE[command].items() if name != key}

    status, (reply,) = ask(command, question)

    assert (status, reply["field"]) == (1, key)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"   ",
        b"{",
        b"nonsense",
        b"[]",
        b'"text"',
        b"1",
        b"null",
        b"\xef\xbb\xbf{}",
        b"\xff\xfe",
        b'{"text": "\x00"}',
        b'{"text": NaN}',
        b'{"text": Infinity}',
        b'{"text": "a", "text": "b"}',
        b'{"text": {"a": 1, "a": 2}}',
        b'{"text": [{"a": {"b": 1, "b": 1}}]}',
        b'{"text": "a"} {"text": "b"}',
        b'{"text": ' + b"9" * 5000 + b"}",
        b'{"text": ' + b"[" * 200_000 + b"]" * 200_000 + b"}",
        b'{"a":' * 100_000,
    ],
    ids=lambda line: repr(line[:24]),
)
def test_what_is_not_one_json_object_has_no_field(ask, line: bytes):
    status, (reply,) = ask("case-number", line)

    assert status == 1
    assert reply["field"] is None


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (b'{"text": 1e309}', "text"),
        (b'{"text": 1e99999999999999999999}', "text"),
        (b'{"text": -0}', "text"),
        (b'{"text": "\\ud800"}', "text"),
        (b'{"text": "\\u0000"}', "text"),
        (b'{"text": null}', "text"),
        (b'{"text": "", "": 1}', ""),
        (b'{"\\ud800": 1, "text": ""}', "\ud800"),
    ],
)
def test_a_strange_value_is_refused_by_its_field(ask, line: bytes, field: str):
    status, (reply,) = ask("case-number", line)

    assert (status, reply["field"]) == (1, field)


def test_bad_lines_are_answered_in_their_place(ask):
    good = {"text": "（2022）粤0117执1号"}
    status, replies = ask("case-number", good, b"", {"text": "x"}, good, b"{")

    assert status == 1
    assert [reply.get("field", "good") for reply in replies] == ["good", None, "text", "good", None]


def test_nothing_asked_nothing_answered(monkeypatch, capsysbinary):
    import io

    from duly.cli.main import main

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))

    assert main(["law", "cite", "--jsonl"]) == 0
    assert capsysbinary.readouterr().out == b""


def test_the_last_line_needs_no_line_feed_and_crlf_is_read(ask):
    line = '{"text": "（2022）粤0117执1号"}'
    status, replies = ask("case-number", line + "\r", line)

    assert status == 0
    assert len(replies) == 2


def test_chinese_is_written_as_it_is(monkeypatch, capsysbinary):
    import io

    from duly.cli.main import main

    line = '{"subject": "执行通知", "on": "2024-01-01"}\n'.encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line)))
    main(["law", "cite", "--jsonl"])

    assert "中华人民共和国民事诉讼法".encode() in capsysbinary.readouterr().out


def test_an_answer_comes_before_the_next_question_is_sent():
    program = "import sys; from duly.cli.main import main; sys.exit(main())"
    command = [sys.executable, "-c", program, "law", "case-number", "--jsonl"]
    line = '{"text": "（2022）粤0117执1号"}\n'.encode()

    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for _ in range(2):
            process.stdin.write(line)
            process.stdin.flush()
            assert b'"serial": 1' in process.stdout.readline()
        process.stdin.close()

    assert process.returncode == 0


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("enforcement", {"fee": None, "from": "50.00", "to": "500.00"}),
        ("preservation", {"fee": "30.00"}),
    ],
)
def test_a_fee_without_an_amount(ask, kind: str, answer: dict[str, Any]):
    assert ask("fee", {"kind": kind, "amount": None}) == (0, [answer])


def test_an_acceptance_fee_without_an_amount_has_no_one_range(ask):
    status, (reply,) = ask("fee", {"kind": "acceptance", "amount": None})

    assert (status, reply["field"]) == (1, "amount")
