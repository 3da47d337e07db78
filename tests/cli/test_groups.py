"""命令组用到才导入：法律计算不牵动网站"""

import subprocess
import sys
from argparse import ArgumentParser

from duly.cli.groups import Group, register


def test_duly_law_imports_no_django():
    program = (
        "import sys; from duly.cli.main import main;"
        " status = main(['law', 'fee', 'enforcement', '30000']);"
        " assert not any(name.partition('.')[0] == 'django' for name in sys.modules);"
        " sys.exit(status)"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert "350.00元" in done.stdout


def test_a_group_that_is_not_installed_is_not_listed():
    parser = ArgumentParser()
    commands = parser.add_subparsers()
    absent = Group("absent", "duly.cli.no_such_module", "不存在")
    listed = Group("law", "duly.cli.law", "法律计算")

    register([absent, listed], commands, [])

    assert set(commands.choices) == {"law"}
