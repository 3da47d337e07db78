"""`duly notice`: the templates, their difference from the source, and sample papers."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path

from duly.cli.groups import Commands
from duly.documents.corrections import NoSource, difference, in_markdown
from duly.documents.drawing import Drawn, Refused
from duly.documents.fonts import FontsNotInstalled
from duly.documents.render import PrintingFailed, docx, pdf
from duly.documents.sample import SampleCase, sample
from duly.documents.templates import Standing, UnknownTemplate, load, template_ids

REFUSED = 1
_FORMATS: dict[str, Callable[[Drawn], bytes]] = {"pdf": pdf, "docx": docx}


class NoSuchFormat(ValueError):
    """A paper cannot be printed in that format."""


class NotADate(ValueError):
    """The text is not a date of the form 2026-10-08."""


def register(commands: Commands) -> None:
    """Add `notice` and what stands under it."""
    parser = commands.add_parser("notice", help="文书：列出样式、与原文对照、生成样例")
    notices = parser.add_subparsers(metavar="命令", required=True)
    _add(notices, "list", "列出全部文书样式", _list)
    source = _add(notices, "source", "逐处显示与本院原样式的不同", _source)
    source.add_argument("id", metavar="样式")
    _add(notices, "corrections", "输出全部更正的表格（Markdown）", _corrections)
    made = _add(notices, "sample", "用示例数据生成文书", _sample)
    made.add_argument("id", metavar="样式")
    made.add_argument("--on", default="", metavar="日期", help="文书日期，如2026-11-24，默认今天")
    made.add_argument("--format", default="pdf", metavar="格式", help="pdf、docx，以逗号分开")
    made.add_argument(
        "--case",
        choices=[case.value for case in SampleCase],
        default=SampleCase.USUAL.value,
        help="、".join(f"{case.value} {case.chinese}" for case in SampleCase),
    )
    made.add_argument("--out", type=Path, default=Path(), metavar="目录", help="默认当前目录")


def _add(
    notices: Commands, name: str, summary: str, command: Callable[[Namespace], None]
) -> ArgumentParser:
    parser = notices.add_parser(name, help=summary, description=summary)
    parser.set_defaults(run=lambda options: _run(command, options))
    return parser


def _run(command: Callable[[Namespace], None], options: Namespace) -> int:
    try:
        command(options)
    except (UnknownTemplate, NoSource) as refusal:
        return _refuse(refusal.args[0])
    except BrokenPipeError:
        raise
    except OSError as refusal:
        return _refuse(f"不能写入“{refusal.filename}”：{refusal.strerror}")
    except (Refused, NoSuchFormat, NotADate, FontsNotInstalled, PrintingFailed) as refusal:
        return _refuse(str(refusal))
    return 0


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return REFUSED


def _list(options: Namespace) -> None:
    for template_id in template_ids():
        template = load(template_id)
        variant = f"（{template.variant}）" if template.variant else ""
        standing = "" if template.standing is Standing.COURT else f"　{template.standing.chinese}"
        print(f"{template.id:<30}{template.title}{variant}　{template.clause}{standing}")


def _source(options: Namespace) -> None:
    print(difference(options.id))


def _corrections(options: Namespace) -> None:
    print(in_markdown(), end="")


def _sample(options: Namespace) -> None:
    formats = [name.strip() for name in options.format.split(",")]
    for name in formats:
        if name not in _FORMATS:
            raise NoSuchFormat(f"不支持“{name}”格式，只有{'、'.join(_FORMATS)}")
    drawn = sample(load(options.id), SampleCase(options.case), on=_day(options.on))
    options.out.mkdir(parents=True, exist_ok=True)
    for name in formats:
        path = options.out / f"{options.id}.{name}"
        path.write_bytes(_FORMATS[name](drawn))
        print(path)


def _day(text: str) -> date:
    if not text:
        return date.today()  # noqa: DTZ011 the day on the user's own calendar
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise NotADate(f"“{text}”不是日期，应写作2026-11-24")
    return day
