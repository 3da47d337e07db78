"""The documented form of a file of articles (TOML), read strictly.

One file holds one version of one instrument. At the top: `instrument` (full title),
`version`, `in_force_from`, `source` (where the numbers come from), and where they
apply `names` (short titles), `document_number`, `in_force_to` (last day, included).
Each `[[article]]`: `number` in digits, and where they apply `subject`, `text` copied
from a source with `source` and `sha256` (of the wording as copied, heading included),
`excerpt` where the source leaves something out, `status` 待核 where the entry rests on
memory, `note`, and `[[article.correction]]` with `copied`, `printed` and `why`.
"""

import hashlib
import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from duly.law.sources.citation import Citation, Status
from duly.law.sources.version import Correction, Entry, Version

_TOP = {
    "instrument": str,
    "version": str,
    "source": str,
    "in_force_from": date,
    "in_force_to": date,
    "names": list,
    "document_number": str,
    "article": list,
}
_ARTICLE = {
    "number": str,
    "subject": str,
    "text": str,
    "source": str,
    "sha256": str,
    "excerpt": bool,
    "status": str,
    "note": str,
    "correction": list,
}
_NUMBER = re.compile(r"[1-9][0-9]{0,3}(之[一二三四五六七八九十]+)?")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


class MalformedFile(ValueError):
    """A file that is not of the documented form; the message says where and why."""


def read_version(content: bytes, name: str) -> Version:
    """Return the version that a file holds; `name` stands in the refusals.

    Raises MalformedFile naming the place and the reason.
    """
    required = ("instrument", "version", "source", "in_force_from")
    table = _checked(_table(content, name), _TOP, name, required=required)
    instrument = table["instrument"]
    rows = table.get("article", [])
    if not rows:
        raise MalformedFile(f"{name}：没有任何条文（[[article]]）")
    entries: dict[str, Entry] = {}
    for place, row in enumerate(rows, start=1):
        entry = _entry(row, instrument, f"{name} 第{place}个条文")
        if entry.citation.article in entries:
            raise MalformedFile(f"{name}：第{entry.citation.article}条重复")
        entries[entry.citation.article] = entry
    return Version(
        instrument,
        _names(table, name),
        table["version"],
        table["in_force_from"],
        _last_day(table, name),
        table["source"],
        entries,
    )


def _table(content: bytes, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode("utf-8"))
    except UnicodeDecodeError as refusal:
        raise MalformedFile(f"{name}：不是UTF-8编码") from refusal
    except (tomllib.TOMLDecodeError, RecursionError) as refusal:
        raise MalformedFile(f"{name}：不是有效的TOML（{refusal}）") from refusal


def _checked(
    table: object, form: Mapping[str, type], where: str, *, required: tuple[str, ...]
) -> Mapping[str, Any]:
    if not isinstance(table, dict):
        raise MalformedFile(f"{where}：应为一个表")
    for key, value in table.items():
        if key not in form:
            raise MalformedFile(f"{where}：不认识的项“{key}”")
        if not isinstance(value, form[key]) or isinstance(value, datetime):
            raise MalformedFile(f"{where}：“{key}”的类型不对")
        if value == "":
            raise MalformedFile(f"{where}：“{key}”为空；没有内容时请删去这一项")
    for key in required:
        if key not in table:
            raise MalformedFile(f"{where}：缺少“{key}”")
    return table


def _names(table: Mapping[str, Any], name: str) -> tuple[str, ...]:
    names = tuple(table.get("names", ()))
    if not all(isinstance(each, str) and each for each in names):
        raise MalformedFile(f"{name}：“names”应为简称的列表")
    number = table.get("document_number")
    return (*names, number) if number else names


def _last_day(table: Mapping[str, Any], name: str) -> date | None:
    last: date | None = table.get("in_force_to")
    if last is not None and last < table["in_force_from"]:
        raise MalformedFile(f"{name}：失效日早于施行日")
    return last


def _entry(given: object, instrument: str, where: str) -> Entry:
    row = _checked(given, _ARTICLE, where, required=("number",))
    if not _NUMBER.fullmatch(row["number"]):
        raise MalformedFile(f"{where}：条号应为阿拉伯数字，如“266”或“307之一”")
    text = row.get("text", "")
    citation = Citation(
        instrument,
        row["number"],
        text,
        _status(row, where),
        row.get("subject", ""),
        row.get("excerpt", False),
        row.get("source", ""),
    )
    corrections = tuple(_correction(each, f"{where}的更正") for each in row.get("correction", ()))
    entry = Entry(citation, row.get("sha256", ""), corrections, row.get("note", ""))
    _check_wording(entry, where)
    return entry


def _status(row: Mapping[str, Any], where: str) -> Status:
    stated = row.get("status")
    if stated is None:
        return Status.ON_FILE if row.get("text") else Status.NOT_HELD
    if stated != Status.TO_CONFIRM.chinese or row.get("text"):
        raise MalformedFile(f"{where}：“status”只能写“待核”，且不得带有条文")
    return Status.TO_CONFIRM


def _correction(given: object, where: str) -> Correction:
    form = {"copied": str, "printed": str, "why": str}
    row = _checked(given, form, where, required=("copied", "printed", "why"))
    return Correction(row["copied"], row["printed"], row["why"])


def _check_wording(entry: Entry, where: str) -> None:
    citation = entry.citation
    if not citation.text:
        if entry.sha256 or entry.corrections or citation.excerpt or citation.source:
            raise MalformedFile(f"{where}：没有条文，就不应有来源、散列值、节录标记或更正")
        return
    if not citation.source:
        raise MalformedFile(f"{where}：有条文，必须写明来源（source）")
    if _CONTROL.search(citation.text) or citation.text != citation.text.strip():
        raise MalformedFile(f"{where}：条文含有控制字符、不可见字符或首尾空白")
    if "……" in citation.text and not citation.excerpt:
        raise MalformedFile(f"{where}：条文有省略，须标明节录（excerpt = true）")
    if any(each.printed not in citation.quotation for each in entry.corrections):
        raise MalformedFile(f"{where}：更正后的文字不在条文中")
    digest = hashlib.sha256(entry.copied.encode()).hexdigest()
    if entry.sha256 and entry.sha256 != digest:
        raise MalformedFile(f"{where}：条文与散列值不符（应为{digest}）")
