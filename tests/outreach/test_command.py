"""`duly outbox`：看得见的待发、存疑，立即发送，登记邮政轨迹。"""

from datetime import datetime
from pathlib import Path

import pytest

from duly.cli.main import main
from duly.documents.models import Paper
from duly.law.terms import Role
from duly.outreach.models import Message, MessageState
from duly.registry.models import Party
from duly.work import clock
from tests.outreach.conftest import Declare, only, urge
from tests.outreach.test_service import notice, post, serve
from tests.procedure.conftest import Walk

__all__ = ["notice"]


@pytest.fixture(autouse=True)
def court_time(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    def now() -> datetime:
        return walk.at

    monkeypatch.setattr(clock, "now", now)


def test_status_says_what_waits_and_ends_with_1_while_any_is_in_doubt(
    debtor: Party, walk: Walk, suppliers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["outbox", "status"]) == 0
    assert capsys.readouterr().out == "没有信息。\n"
    message = only(urge(debtor, walk))
    assert main(["outbox", "status"]) == 0
    assert capsys.readouterr().out == "待发：1条，最早2026-03-03 12:00\n"
    Message.objects.filter(pk=message.pk).update(state=MessageState.DOUBTFUL.value)
    assert main(["outbox", "status"]) == 1
    assert capsys.readouterr().out == "存疑：1条，最早2026-03-03 12:00\n"


def test_send_takes_one_turn(
    debtor: Party, walk: Walk, gateway: Declare, capsys: pytest.CaptureFixture[str]
) -> None:
    sms = gateway()
    urge(debtor, walk)
    assert main(["outbox", "send"]) == 0
    assert "交出1条" in capsys.readouterr().out
    assert len(sms.passed_on) == 1


def test_track_enters_a_file_in_a_persons_name(
    notice: Paper,
    debtor: Party,
    walk: Walk,
    suppliers: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    post(serve(notice, debtor, walk), "EX1", walk)
    file = tmp_path / "ems.csv"
    rows = "邮件号,状态,日期,说明\nEX1,签收,2026-03-03,本人\nEX2,签收,2026-03-03,\n"
    file.write_text(rows, encoding="utf-8-sig")
    clerk = Role.TRIAL_CLERK.value

    assert main(["outbox", "track", str(file), "--by", clerk]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "第2行 EX1：签收，已登记",
        "第3行 EX2：未登记：没有登记过这一邮件号",
    ]
    assert main(["outbox", "track", str(file), "--by", "nobody"]) == 1
    assert main(["outbox", "track", str(tmp_path / "none.csv"), "--by", clerk]) == 1
