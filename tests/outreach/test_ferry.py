"""摆渡：文件出去、回执进来，逐个验签，按序，不重复；内容一字不改。"""

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest

from duly.crypto import provider
from duly.journal.models import Entry
from duly.outreach import forgery
from duly.outreach.ferry import Ferry, FerryRefused, flush, put, take
from duly.outreach.models import FerryBatch, Way
from duly.registry.models import Party
from tests.outreach.conftest import only, turns, urge
from tests.procedure.conftest import Walk

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 3, 12).astimezone()


@pytest.fixture
def inside(tmp_path: Path) -> Ferry:
    """The court's side."""
    return Ferry("sms", "court", tmp_path / "out", tmp_path / "into")


@pytest.fixture
def outside(tmp_path: Path) -> Ferry:
    """The other machine: its folders are ours the other way round."""
    return Ferry("sms", "outside", tmp_path / "into", tmp_path / "out")


class Hold:
    """What was taken in."""

    def __init__(self) -> None:
        self.items: list[object] = []

    def __call__(self, items: Sequence[object]) -> None:
        self.items += items


def cross(sender: Ferry, *texts: str) -> None:
    """Let batches leave; what this database knows of them belongs to the other machine."""
    for text in texts:
        put(sender, [{"text": text}], at=AT)
    flush(sender)


def test_what_one_side_puts_the_other_takes_once_and_in_order(
    inside: Ferry, outside: Ferry
) -> None:
    hold = Hold()
    cross(outside, "一", "二", "三")
    assert take(inside, hold, at=AT) == 3
    assert take(inside, hold, at=AT) == 0
    assert hold.items == [{"text": "一"}, {"text": "二"}, {"text": "三"}]


def test_a_missing_file_holds_up_those_after_it(inside: Ferry, outside: Ferry) -> None:
    hold = Hold()
    cross(outside, "一", "二", "三")
    second = inside.into / "00000002.json"
    content = second.read_bytes()
    second.unlink()
    assert take(inside, hold, at=AT) == 1
    second.write_bytes(content)
    assert take(inside, hold, at=AT) == 2
    assert len(hold.items) == 3


def test_every_changed_byte_is_noticed(inside: Ferry, outside: Ferry) -> None:
    cross(outside, "一")
    file = inside.into / "00000001.json"
    whole = file.read_bytes()
    for place in range(0, len(whole) - 1, 7):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(FerryRefused):
            take(inside, Hold(), at=AT)
    assert not FerryBatch.objects.filter(way=Way.IN.value).exists()
    file.write_bytes(whole)
    assert take(inside, Hold(), at=AT) == 1


def test_an_old_file_under_a_new_number_is_not_taken(inside: Ferry, outside: Ferry) -> None:
    cross(outside, "一")
    take(inside, Hold(), at=AT)
    (inside.into / "00000002.json").write_bytes((inside.into / "00000001.json").read_bytes())
    with pytest.raises(FerryRefused, match="不是对方的第2号"):
        take(inside, Hold(), at=AT)


def test_ones_own_file_sent_back_is_not_taken(inside: Ferry) -> None:
    cross(inside, "一")
    inside.into.mkdir()
    (inside.into / "00000001.json").write_bytes((inside.out / "00000001.json").read_bytes())
    with pytest.raises(FerryRefused, match="不是对方"):
        take(inside, Hold(), at=AT)


def test_a_file_of_another_ferry_is_not_taken(tmp_path: Path, inside: Ferry) -> None:
    other = Ferry("portal", "outside", tmp_path / "into", tmp_path / "out")
    body = json.dumps({"ferry": "portal", "from": "outside", "number": 1, "items": []}).encode()
    inside.into.mkdir()
    code = provider.mac(body, other.key).encode()
    (inside.into / "00000001.json").write_bytes(body + b"\n" + code + b"\n")
    with pytest.raises(FerryRefused, match="签名不符"):
        take(inside, Hold(), at=AT)


def test_what_cannot_be_received_is_not_counted_as_taken(inside: Ferry, outside: Ferry) -> None:
    cross(outside, "一")

    def broken(_: Sequence[object]) -> None:
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011 whatever it is, it comes through
        take(inside, broken, at=AT)
    hold = Hold()
    assert take(inside, hold, at=AT) == 1
    assert hold.items == [{"text": "一"}]


def test_a_batch_that_could_not_be_written_goes_out_first_next_time(
    inside: Ferry, outside: Ferry, tmp_path: Path
) -> None:
    inside.out.parent.mkdir(exist_ok=True)
    inside.out.write_text("no folder")
    put(inside, [{"text": "一"}], at=AT)
    with pytest.raises(OSError):  # noqa: PT011 the system's own
        flush(inside)
    inside.out.unlink()
    cross(inside, "二")
    hold = Hold()
    assert take(outside, hold, at=AT) == 2
    assert hold.items == [{"text": "一"}, {"text": "二"}]


def test_a_file_stands_in_the_folder_whole_or_not_at_all(inside: Ferry) -> None:
    cross(inside, "一", "二")
    names = sorted(path.name for path in inside.out.iterdir())
    assert names == ["00000001.json", "00000002.json"]


FERRY = """
[[supplier]]
name = "sms"
channels = ["sms"]
adapter = "ferry"
out = "{out}"
into = "{into}"
dedupes_by_id = true
can_query_by_id = false
gives_receipts = true
"""


def test_a_message_goes_out_by_ferry_and_its_receipt_comes_back(
    debtor: Party, walk: Walk, suppliers: Path, inside: Ferry, outside: Ferry
) -> None:
    suppliers.write_text(FERRY.format(out=inside.out, into=inside.into), encoding="utf-8")
    message = only(urge(debtor, walk))
    turns(walk.at)
    message.refresh_from_db()
    assert (message.state, message.reference) == ("accepted", "摆渡第1号")
    (item,) = json.loads((inside.out / "00000001.json").read_bytes().split(b"\n")[0])["items"]
    assert (item["id"], item["to"]) == (str(message.pk), "13800000002")

    put(outside, [{}, receipt(message.pk, walk)], at=walk.at)
    flush(outside)
    turns(walk.at)
    message.refresh_from_db()
    assert message.state == "delivered"


def test_a_forged_receipt_stops_its_ferry_and_nothing_else(
    debtor: Party, walk: Walk, suppliers: Path, inside: Ferry, caplog: pytest.LogCaptureFixture
) -> None:
    suppliers.write_text(FERRY.format(out=inside.out, into=inside.into), encoding="utf-8")
    message = only(urge(debtor, walk))
    turns(walk.at)
    told = {"ferry": "sms", "from": "outside", "number": 1, "items": [receipt(message.pk, walk)]}
    inside.into.mkdir()
    (inside.into / "00000001.json").write_bytes(json.dumps(told).encode() + b"\n" + b"0" * 64)
    turns(walk.at)
    message.refresh_from_db()
    assert message.state == "accepted"
    assert "签名不符" in caplog.text
    assert "签名不符" in Entry.objects.get(act=forgery.ACT).detail["reason"]
    assert walk.matter.alarms.filter(kind="message", cleared_at=None).count() == 1


def receipt(message_id: object, walk: Walk) -> dict[str, object]:
    return {"id": str(message_id), "delivered": True, "at": walk.at.isoformat()}
