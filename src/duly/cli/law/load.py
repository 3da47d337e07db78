"""`duly law load`: checks a file of rest days, rates or articles and keeps it for the court.

The file goes unchanged into the court's folder; where it came from and on which day it
was loaded stands in loaded.jsonl beside it.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import partial
from pathlib import Path

from duly.cli.groups import Commands
from duly.cli.law.court import Court
from duly.law import court_folder
from duly.law.calendar import NoticeRefused, read_notice
from duly.law.money import Refused, read_lpr
from duly.law.sources import MalformedFile, read_version

NAME = "load"
SUMMARY = "载入本院的放假安排、利率表或法律条文"

_REFUSED = 1
_CALENDAR_FORM = (
    "放假安排：UTF-8编码的CSV，各列为date,kind,holiday,source；kind为rest（放假）或work（调休上班）"
)
_RATES_FORM = (
    "贷款市场报价利率：UTF-8编码的CSV，各列为from,through,one_year,five_year,source,status"
)
_ARTICLE_FORM = (
    "法律条文：TOML，一个文件写一部法的一个文本。文件开头写instrument（全称）、version、"
    "in_force_from（施行日）、source（来源），每条写[[article]]、number（阿拉伯数字条号）、"
    "text（逐字抄录的条文）和source（条文来源）；节录的写excerpt = true"
)
_CHINA = timezone(timedelta(hours=8))


class NotLoaded(ValueError):
    """A file that cannot be kept; the message says why."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its name, its form, its suffix, and the check that returns its source."""

    chinese: str
    form: str
    suffix: str
    source: Callable[[Path, Court], str]


def register(commands: Commands) -> None:
    """Add the command to the group."""
    parser = commands.add_parser(NAME, help=SUMMARY, description=SUMMARY)
    kinds = parser.add_subparsers(metavar="种类", required=True)
    for name, kind in KINDS.items():
        _add_kind(kinds.add_parser(name, help=kind.chinese, description=kind.form), name)


def _add_kind(parser: ArgumentParser, name: str) -> None:
    parser.add_argument("file", type=Path, metavar="文件")
    parser.add_argument("--to", type=Path, required=True, metavar="目录", help="本院的数据目录")
    parser.set_defaults(run=partial(_run, name))


def _run(name: str, options: Namespace) -> int:
    today = datetime.now(_CHINA).date()
    try:
        kept = keep(name, options.file, options.to, on=today)
    except (NotLoaded, NoticeRefused, Refused, MalformedFile) as refusal:
        print(f"未载入：{refusal}", file=sys.stderr)
        return _REFUSED
    except OSError as refusal:
        print(f"未载入：不能读写{refusal.filename}（{refusal.strerror}）", file=sys.stderr)
        return _REFUSED
    print(f"已载入{KINDS[name].chinese}：{kept}")
    return 0


def keep(name: str, file: Path, folder: Path, *, on: date) -> Path:
    """Check a file, copy it into the court's folder and record it; returns the copy's path.

    The same file again changes nothing. Raises NotLoaded, or what its reader raises.
    """
    kind = KINDS[name]
    if file.suffix != kind.suffix:
        raise NotLoaded(f"{kind.chinese}文件的扩展名应为{kind.suffix}")
    source = kind.source(file, Court(folder))
    content = file.read_bytes()
    target = folder / court_folder.KINDS[name][0] / file.name
    if target.exists():
        if target.read_bytes() != content:
            raise NotLoaded(f"{target}已经存在而内容不同；新的文件请另取名字")
        return target
    return court_folder.keep(folder, name, file.name, content, source=source, on=on.isoformat())


def _calendar_source(file: Path, court: Court) -> str:
    rows = read_notice(file)
    court.calendar.with_notice(rows)
    return _joined(row.source for row in rows)


def _rates_source(file: Path, court: Court) -> str:
    return _joined(row.source for row in read_lpr(file).rows)


def _article_source(file: Path, court: Court) -> str:
    version = read_version(file.read_bytes(), file.name)
    court.shelf.with_version(version)
    texts = (entry.citation.source for entry in version.entries.values())
    return _joined([version.source, *texts])


def _joined(sources: Iterable[str]) -> str:
    return "；".join(dict.fromkeys(source for source in sources if source))


KINDS = {
    "calendar": Kind("放假安排", _CALENDAR_FORM, ".csv", _calendar_source),
    "rates": Kind("利率表", _RATES_FORM, ".csv", _rates_source),
    "article": Kind("法律条文", _ARTICLE_FORM, ".toml", _article_source),
}
