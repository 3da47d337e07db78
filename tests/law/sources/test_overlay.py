"""法院自行载入的条文叠加在库存之上"""

import hashlib
from datetime import date
from pathlib import Path

import pytest

from duly.law.sources import MalformedFile, Status, UnknownArticle, cite, read_version, shelf

HEAD = """
instrument = "中华人民共和国民事诉讼法"
version = "2023年修正"
in_force_from = 2024-01-01
source = "合成文本，仅供测试"
"""
ARTICLE = """
[[article]]
number = "251"
text = "合成条文第一款。\\n合成条文第二款。"
source = "合成文本，仅供测试"
"""
ON = date(2024, 5, 1)


def overlaid(folder: Path, content: str, name: str = "1.toml"):
    (folder / "articles").mkdir(exist_ok=True)
    (folder / "articles" / name).write_text(content, encoding="utf-8")
    return shelf(folder)


def test_a_courts_file_fills_in_an_article_and_leaves_the_packaged_shelf_alone(tmp_path: Path):
    found = overlaid(tmp_path, HEAD + ARTICLE).cite("执行通知", on=ON)

    assert found.status is Status.ON_FILE
    assert found.text.startswith("合成条文")
    assert cite("执行通知", on=ON).status is Status.NOT_HELD


def test_the_other_articles_stay(tmp_path: Path):
    held = overlaid(tmp_path, HEAD + ARTICLE)

    assert held.cite("限制出境与征信", on=ON) == cite("限制出境与征信", on=ON)
    assert held.cite("执行通知", on=date(2023, 12, 31)).article == "247"


def test_a_later_version_takes_over_on_its_day(tmp_path: Path):
    later = HEAD.replace("2024-01-01", "2030-01-01") + (
        '[[article]]\nnumber = "300"\nsubject = "执行通知"\n'
    )
    held = overlaid(tmp_path, later)

    assert held.cite("执行通知", on=date(2029, 12, 31)).article == "251"
    assert held.cite("执行通知", on=date(2030, 1, 1)).article == "300"


def test_a_version_that_has_ended_is_not_cited(tmp_path: Path):
    ended = HEAD.replace("中华人民共和国民事诉讼法", "某试行规定") + "in_force_to = 2024-12-31\n"
    held = overlaid(tmp_path, ended + '[[article]]\nnumber = "1"\nsubject = "试行"\n')

    assert held.cite("试行", on=date(2024, 12, 31)).article == "1"
    with pytest.raises(UnknownArticle, match="施行至"):
        held.cite("试行", on=date(2025, 1, 1))


def test_a_folder_without_articles_changes_nothing(tmp_path: Path):
    assert shelf(tmp_path).versions == shelf().versions


def test_a_subject_cannot_be_at_home_in_two_instruments(tmp_path: Path):
    other = HEAD.replace("中华人民共和国民事诉讼法", "另一部法")
    with pytest.raises(MalformedFile, match="同时属于"):
        overlaid(tmp_path, other + '[[article]]\nnumber = "1"\nsubject = "执行通知"\n')


DIGEST = hashlib.sha256("第二百五十一条　合成条文第一款。\n合成条文第二款。".encode()).hexdigest()


def test_a_hash_that_agrees_is_accepted():
    version = read_version((HEAD + ARTICLE + f'sha256 = "{DIGEST}"').encode(), "甲")

    assert version.entries["251"].sha256 == DIGEST


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xff", "UTF-8"),
        (b"instrument = ", "TOML"),
        (HEAD, "没有任何条文"),
        (HEAD.replace("version", "Version") + ARTICLE, "不认识的项"),
        (HEAD.replace('version = "2023年修正"', "version = 2023") + ARTICLE, "类型"),
        (HEAD.replace('source = "合成文本，仅供测试"', "") + ARTICLE, "缺少“source”"),
        (HEAD.replace("2024-01-01", "2024-01-01T00:00:00") + ARTICLE, "类型"),
        (HEAD + "in_force_to = 2023-12-31\n" + ARTICLE, "失效日早于施行日"),
        (HEAD + ARTICLE + ARTICLE, "重复"),
        (HEAD + ARTICLE.replace('"251"', '"二五一"'), "阿拉伯数字"),
        (HEAD + ARTICLE.replace('"251"', "251"), "类型"),
        (HEAD + '[[article]]\nnumber = "1"\ntext = "没有来源"\n', "来源"),
        (HEAD + '[[article]]\nnumber = "1"\nsource = "没有条文"\n', "没有条文"),
        (HEAD + ARTICLE.replace("第一款。", "第一款……"), "节录"),
        (HEAD + ARTICLE.replace("第一款", "第\\u200b一款"), "不可见字符"),
        (HEAD + ARTICLE + f'sha256 = "{DIGEST[::-1]}"', "散列值不符"),
        (HEAD + ARTICLE + 'status = "待核"', "待核"),
        (HEAD + '[[article]]\nnumber = "1"\nsubject = ""\n', "为空"),
    ],
)
def test_a_malformed_file_is_refused_with_its_reason(content: str | bytes, reason: str):
    raw = content if isinstance(content, bytes) else content.encode()
    with pytest.raises(MalformedFile, match=reason):
        read_version(raw, "某文件")
