"""`duly law load`：核对、原样保存、记明来源和日期"""

import hashlib
import json
from pathlib import Path

import pytest

from duly.cli.main import main

CALENDAR = """date,kind,holiday,source
2027-01-01,rest,元旦,合成通知
2027-10-01,rest,国庆节,合成通知
2027-10-04,rest,国庆节,合成通知
"""
RATES = """from,through,one_year,five_year,source,status
2025-05-20,2025-06-19,3.00,3.50,合成利率,待核
"""
ARTICLES = """
instrument = "中华人民共和国民事诉讼法"
version = "2023年修正"
in_force_from = 2024-01-01
source = "合成文本"
[[article]]
number = "251"
text = "合成条文。"
source = "合成文本"
"""
FILES = [
    ("calendar", "2027.csv", CALENDAR, "calendar/2027.csv", "合成通知"),
    ("rates", "lpr.csv", RATES, "rates/lpr.csv", "合成利率"),
    ("article", "民诉法.toml", ARTICLES, "articles/民诉法.toml", "合成文本"),
]


def written(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize(("kind", "name", "content", "kept", "source"), FILES)
def test_a_file_is_kept_unchanged_and_recorded(
    tmp_path: Path, kind: str, name: str, content: str, kept: str, source: str
):
    court = tmp_path / "court"

    assert (
        main(["law", "load", kind, str(written(tmp_path, name, content)), "--to", str(court)]) == 0
    )

    assert (court / kept).read_text("utf-8") == content
    (row,) = map(json.loads, (court / "loaded.jsonl").read_text("utf-8").splitlines())
    assert (row["kind"], row["file"], row["source"]) == (kind, kept, source)
    assert row["sha256"] == hashlib.sha256(content.encode()).hexdigest()
    assert len(row["loaded_on"]) == len("2026-01-01")


def test_the_same_file_again_changes_nothing_and_another_is_not_overwritten(tmp_path: Path, capsys):
    court = tmp_path / "court"
    path = written(tmp_path, "2027.csv", CALENDAR)
    load = ["law", "load", "calendar", str(path), "--to", str(court)]

    assert [main(load), main(load)] == [0, 0]
    path.write_text(CALENDAR.replace("合成", "另一"), encoding="utf-8")
    assert main(load) == 1

    assert "另取名字" in capsys.readouterr().err
    assert (court / "calendar/2027.csv").read_text("utf-8") == CALENDAR
    assert len((court / "loaded.jsonl").read_text("utf-8").splitlines()) == 1


@pytest.mark.parametrize(
    ("kind", "name", "content", "words"),
    [
        ("calendar", "a.csv", "date,kind\n", "第1行"),
        ("calendar", "a.csv", CALENDAR.replace("2027-01-01", "2027-1-1"), "第2行"),
        ("calendar", "a.txt", CALENDAR, "扩展名"),
        ("rates", "a.csv", RATES.replace("3.00", "3"), "利率"),
        ("article", "a.toml", ARTICLES + "extra = 1\n", "不认识的项"),
        ("article", "a.toml", ARTICLES + 'subject = "失信情形"\n', "同时属于"),
    ],
)
def test_a_malformed_file_is_refused_and_nothing_is_kept(
    tmp_path: Path, capsys, kind: str, name: str, content: str, words: str
):
    court = tmp_path / "court"

    assert (
        main(["law", "load", kind, str(written(tmp_path, name, content)), "--to", str(court)]) == 1
    )

    assert words in capsys.readouterr().err
    assert not court.exists()


def test_a_missing_file_is_one_sentence(tmp_path: Path, capsys):
    assert main(["law", "load", "rates", str(tmp_path / "no.csv"), "--to", str(tmp_path)]) == 1
    assert "不能读写" in capsys.readouterr().err


def test_what_a_court_loaded_is_used(tmp_path: Path, ask, capsysbinary):
    court = tmp_path / "court"
    for kind, name, content, _, _ in FILES:
        main(["law", "load", kind, str(written(tmp_path, name, content)), "--to", str(court)])
    capsysbinary.readouterr()

    _, (period,) = ask(
        "period",
        {"from": "2027-09-30", "length": {"days": 1}},
        options=("--court", str(court)),
    )
    _, (cited,) = ask(
        "cite", {"subject": "执行通知", "on": "2024-05-01"}, options=("--court", str(court))
    )

    assert (period["last_day"], period["provisional"]) == ("2027-10-05", False)
    assert cited["text"] == "合成条文。"
