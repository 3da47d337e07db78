"""`duly import`: look at a file of matters, register them, or write the empty template."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from duly.cli import court

if TYPE_CHECKING:
    from duly.intake.report import Report

Arguments = argparse.Namespace
DONE, REFUSED, WRONG_USE = 0, 1, 2
MOST_SHOWN = 200


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `import` to the command line."""
    parser = commands.add_parser("import", help="从Excel、CSV、JSON文件登记案件")
    parser.add_argument("file", type=Path, nargs="?", metavar="文件", help=".xlsx、.csv或者.json")
    parser.add_argument("--by", metavar="用户名", help="以谁的名义登记")
    parser.add_argument("--court", metavar="代字", help="哪个法院（默认登记人所在的法院）")
    parser.add_argument("--mapping", type=Path, metavar="文件", help="列对照表（默认本院的）")
    parser.add_argument("--dry-run", action="store_true", help="只检查和预览，不登记")
    parser.add_argument(
        "--skip-bad", type=Path, metavar="文件", help="登记没有错误的，有错误的各行写到这个文件"
    )
    parser.add_argument("--template", action="store_true", help="写出空白模板")
    parser.add_argument("--format", choices=("xlsx", "csv", "json"), default="xlsx")
    parser.add_argument("--out", type=Path, metavar="文件", help="模板写到哪里")
    parser.set_defaults(run=run)


def run(arguments: Arguments) -> int:
    """Run the command. Return 1 if the file is refused, or something in it is wrong."""
    court.open()
    from duly.intake.faults import Unreadable
    from duly.procedure.refusal import StepNotAllowed

    try:
        if arguments.template:
            return _template(arguments)
        if arguments.file is None or arguments.by is None:
            print("请写明要导入的文件和 --by 用户名；空白模板用 --template。", file=sys.stderr)
            return WRONG_USE
        return _told(_import(arguments), arguments)
    except (Unreadable, StepNotAllowed) as refused:
        print(f"没有导入：{refused}。", file=sys.stderr)
    except OSError as refused:
        print(f"不能读写{refused.filename}：{refused.strerror}。", file=sys.stderr)
    return REFUSED


def _template(arguments: Arguments) -> int:
    from duly.intake import template

    path = arguments.out or Path(f"duly-import.{arguments.format}")
    if path.suffix != f".{arguments.format}":
        path = path.with_name(f"{path.name}.{arguments.format}")
    template.write(path)
    print(path)
    return DONE


def _import(arguments: Arguments) -> "Report":
    from duly.accounts.models import User
    from duly.intake import actions, mapping, queries
    from duly.intake.faults import Unreadable
    from duly.registry.models import Court
    from duly.work import clock

    actor = User.objects.filter(username=arguments.by).first()
    if actor is None:
        raise Unreadable(f"没有用户名为{arguments.by}的人")
    here = Court.objects.filter(code=arguments.court).first()
    if arguments.court and here is None:
        raise Unreadable(f"没有代字为{arguments.court}的法院")
    own = mapping.read(arguments.mapping) if arguments.mapping else None
    if arguments.dry_run:
        return queries.preview(arguments.file, actor=actor, at=clock.now(), court=here, mapping=own)
    return actions.import_file(
        arguments.file,
        actor=actor,
        at=clock.now(),
        court=here,
        mapping=own,
        bad_rows=arguments.skip_bad,
    )


def _told(report: "Report", arguments: Arguments) -> int:
    if arguments.dry_run:
        for matter in report.first:
            print("；".join(f"{what}：{value}" for what, value in matter))
    for fault in report.faults[:MOST_SHOWN]:
        print(fault)
    if len(report.faults) > MOST_SHOWN:
        print(f"……另有{len(report.faults) - MOST_SHOWN}处")
    print(f"{report.line}。{_outcome(report, arguments)}")
    return REFUSED if report.bad else DONE


def _outcome(report: "Report", arguments: Arguments) -> str:
    if arguments.dry_run:
        return "这是预览，没有登记。"
    if report.stored or not report.bad:
        told = f"已登记{report.stored}件。"
        return told + (f"有错误的各行在{arguments.skip_bad}。" if report.bad else "")
    return "有错误，全部没有登记；改正后重新导入，或者用 --skip-bad 先登记没有错误的。"
