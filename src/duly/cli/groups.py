"""The groups of commands, by name: a group is imported when it is used, not before."""

from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Commands = _SubParsersAction[ArgumentParser]
else:
    Commands = _SubParsersAction


@dataclass(frozen=True, slots=True)
class Group:
    """A group of commands: its name, the module whose `register` adds it, what it is for."""

    name: str
    module: str
    summary: str

    @property
    def installed(self) -> bool:
        """Whether the module is there to be imported."""
        return find_spec(self.module) is not None


GROUPS = (
    Group("law", "duly.cli.law", "法律计算：迟延履行利息、费用、期间、条文、案号"),
    Group("notice", "duly.cli.notice", "文书：列出样式、与原文对照、生成样例"),
    Group("serve", "duly.cli.serve", "启动法院网站和后台任务"),
    Group("demo", "duly.cli.demo", "示范法院：装入数据，列出登录账号"),
    Group("import", "duly.cli.importing", "从Excel、CSV、JSON文件登记案件"),
    Group("batch", "duly.cli.batch", "批次：成批办理、打印文书"),
    Group("seed", "duly.cli.seed", "合成法院：任意规模，供测量用"),
    Group("round", "duly.cli.round", "手动执行某一日的每日例行"),
    Group("outbox", "duly.cli.outbox", "待发信息：查看、立即发送、登记邮政轨迹"),
    Group("prove", "duly.cli.prove", "证明：程序规则不破，利息分文不差，信息不丢不重"),
    Group("journal", "duly.cli.journal", "核对留痕，锚定留痕"),
    Group("manage", "duly.cli.manage", "数据库升级等维护命令"),
)


def register(groups: Iterable[Group], commands: Commands, arguments: Sequence[str]) -> None:
    """Add the group that the arguments name; the others only to be listed."""
    wanted = next((each for each in arguments if not each.startswith("-")), None)
    for group in groups:
        if not group.installed:
            continue
        if group.name == wanted:
            import_module(group.module).register(commands)
        else:
            commands.add_parser(group.name, help=group.summary)
