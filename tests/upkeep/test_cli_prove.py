"""`duly prove`：进度、计数、结论和退出状态"""

import pytest

from duly.cli.main import main


def test_a_proof_of_the_procedure_prints_steps_refusals_and_its_figures(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = main(["prove", "procedure", "--events", "500", "--seed", "2"])
    told = capsys.readouterr()

    assert status == 0
    assert "record.record_service" in told.out
    assert "refusals:" in told.out
    last = told.out.strip().splitlines()[-1]
    assert last.startswith("procedure: 500 events, 2 matters, ")
    assert ", 0 violations, " in last
    assert last.endswith("seed 2")
    assert "events/s" in told.err


def test_a_replay_prints_a_history_up_to_the_event(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["prove", "procedure", "--seed", "2", "--replay", "410"])
    lines = capsys.readouterr().out.splitlines()

    assert status == 0
    assert lines[0].startswith("matter 1: ")
    assert lines[-1].startswith("410  ")


def test_a_proof_of_the_interest_prints_its_figures(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["prove", "interest", "--n", "200", "--seed", "3"])

    assert status == 0
    assert capsys.readouterr().out.startswith("interest: 200 answers, 0 differences, ")


def test_nothing_to_prove_is_refused() -> None:
    assert main(["prove", "procedure", "--events", "0"]) == 2
