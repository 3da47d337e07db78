"""What stands against a wording: its blanks and its citations, paragraph by paragraph."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from duly.documents.court import CourtFace
from duly.documents.drawing import Refused, values
from duly.documents.sample import SampleCase, sample
from duly.documents.templates import (
    LineKind,
    MalformedTemplate,
    Template,
    WrittenLine,
    declared,
    declared_rows,
    file_of,
    lines_of,
    load,
    read,
    read_back,
    with_lines,
)
from duly.law.sources import BeforeFirstText, Shelf, Status, UnknownArticle, UnknownSubject

_MARK = re.compile(r"\{\{([#/]?)([^{}]+)\}\}")
_LAW = ("法条:", "条文:")
_CAPITALS = "大写:"
# An article written by hand stays when the law is amended: a citation is named by its subject.
_BY_HAND = re.compile(r"第[〇零一二三四五六七八九十百千\d]+条")
LONGEST = 4000
_FIXED = (LineKind.COURT, LineKind.TITLE)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, and in which paragraph; 0 is the wording as a whole."""

    paragraph: int
    sentence: str


def faults(
    template_id: str, lines: Sequence[WrittenLine], *, on: date, court: CourtFace, law: Shelf
) -> tuple[Fault, ...]:
    """Return everything for which a wording may not be used for papers from a day on.

    `lines` are those of the wording; what the record gives a paper is what the packaged
    wording asks, so that no blank may be left out and none added.
    """
    found = [
        Fault(number, sentence)
        for number, one in enumerate(lines, 1)
        for sentence in _of_line(template_id, one, on, law)
    ]
    unclosed = tuple(_unclosed(lines))
    found += unclosed or _of_blanks(template_id, lines)
    if not found:
        found += _of_the_whole(template_id, lines, on, court, law)
    return tuple(dict.fromkeys(found))


def notes(template_id: str, lines: Sequence[WrittenLine], current: Template) -> tuple[str, ...]:
    """Return what nobody should overlook: laws no longer cited, laws newly cited."""
    file = with_lines(file_of(template_id), lines)
    cited = read(file).subjects
    gone = [subject for subject in current.subjects if subject not in cited]
    come = [subject for subject in cited if subject not in current.subjects]
    return tuple(
        f"{what}：{'、'.join(subjects)}"
        for what, subjects in (("不再引用的法条", gone), ("新引用的法条", come))
        if subjects
    )


def _of_line(template_id: str, one: WrittenLine, on: date, law: Shelf) -> Iterator[str]:
    if not one.text or len(one.text) > LONGEST:
        yield f"一段应有一至{LONGEST}字"
    elif read_back(one.as_filed) != one:
        yield f"开头的“{one.text[:2]}”在样式里另有用处，请改写这一段的开头"
    columns = len(load(template_id).columns)
    if one.kind is LineKind.ROW and one.text.count(" |") >= columns:
        yield f"表格一行最多{columns}格"
    plain = _MARK.sub("", one.text)
    if re.search(r"[{}｛｝]", plain):
        yield "有不成对的空白项标记；空白项写作{{名称}}，用半角括号"
    left = values.left_over(plain)
    if left:
        yield f"留有占位内容“{left}”"
    if any(values.is_hidden(character) for character in one.text):
        yield "含有不可见字符或者制表符，请删去"
    for article in dict.fromkeys(_BY_HAND.findall(plain)):
        yield f"“{article}”是手写的条文号，法律修改后不会跟着变；请写作{{{{法条:事项}}}}"
    for sign, name in _MARK.findall(one.text):
        yield from _of_mark(sign, name, on, law)


def _of_mark(sign: str, name: str, on: date, law: Shelf) -> Iterator[str]:
    if sign:
        if name not in declared_rows():
            yield f"重复的部分“{name}”没有登记"
    elif name.startswith(_LAW):
        form, subjects = name.split(":", 1)
        for subject in subjects.split("、"):
            yield from _of_citation(form, subject, on, law)
    elif name.removeprefix(_CAPITALS) not in declared():
        yield f"空白项“{name}”没有登记"


def _of_citation(form: str, subject: str, on: date, law: Shelf) -> Iterator[str]:
    try:
        citation = law.cite(subject, on=on)
    except (UnknownSubject, UnknownArticle, BeforeFirstText) as refusal:
        yield f"法条“{subject}”在起用日无法确定：{refusal.args[0]}"
        return
    if form == "条文" and (not citation.text or citation.status is not Status.ON_FILE):
        yield f"须引用{citation}的原文，但{citation.status.chinese}"


def _unclosed(lines: Sequence[WrittenLine]) -> Iterator[Fault]:
    """Yield each part that repeats and is not ended where it should be."""
    around = ""
    for number, one in enumerate(lines, 1):
        inside = around
        for sign, name in _MARK.findall(one.text):
            if sign and inside != ("" if sign == "#" else name):
                what = "里不能再有重复的部分" if sign == "#" else "没有开始"
                yield Fault(number, f"重复的部分“{inside or name}”{what}")
            if sign:
                inside = name if sign == "#" else ""
        if one.kind is None:
            around = inside
        elif inside != around:
            yield Fault(number, f"重复的部分“{inside or around}”没有在这一段里结束")
    if around:
        yield Fault(0, f"重复的部分“{around}”没有结束")


def _of_blanks(template_id: str, lines: Sequence[WrittenLine]) -> Iterator[Fault]:
    """Yield each blank that the paper has no value for, and each fact that it no longer tells."""
    asked = {(group, name) for _, group, name in _holes(lines_of(file_of(template_id)))}
    given = list(_holes(lines))
    for number, group, name in given:
        known = name.removeprefix(_CAPITALS) in declared() or not name
        if known and (group, name) not in asked and ("", name) not in asked:
            yield Fault(number, f"{_called(group, name)}没有来源：制作这份文书时没有它的内容")
    kept = {(group, name) for _, group, name in given}
    for group, name in sorted(asked - kept):
        yield Fault(0, f"缺少{_called(group, name)}：案件记录的这项内容必须印在文书上")


def _called(group: str, name: str) -> str:
    if not name:
        return f"重复的部分“{group}”"
    return f"“{group}”中的空白项“{name}”" if group else f"空白项“{name}”"


def _holes(lines: Sequence[WrittenLine]) -> Iterator[tuple[int, str, str]]:
    """Yield paragraph, group and name of each blank; citations are left out."""
    group = ""
    for number, one in enumerate(lines, 1):
        for sign, name in _MARK.findall(one.text):
            if sign:
                group = name if sign == "#" else ""
                if sign == "#" and name in declared_rows():
                    yield number, name, ""
            elif not name.startswith(_LAW):
                yield number, group, name


def _of_the_whole(
    template_id: str, lines: Sequence[WrittenLine], on: date, court: CourtFace, law: Shelf
) -> Iterator[Fault]:
    packaged = lines_of(file_of(template_id))
    if [one for one in lines if one.kind in _FIXED] != [
        one for one in packaged if one.kind in _FIXED
    ]:
        yield Fault(0, f"法院名称和文书名称不能改：名称是“{load(template_id).title}”")
    try:
        template = read(with_lines(file_of(template_id), lines))
        for case in SampleCase:
            sample(template, case, on=on, court=court, law=law)
    except MalformedTemplate as malformed:
        yield Fault(0, malformed.args[0])
    except Refused as refused:
        yield from (Fault(0, f"用示例数据制作不成：{one.sentence}") for one in refused.refusals)
