"""摆渡：文件出去、回执进来，逐个验签，按序，不重复；内容一字不改。"""

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest

from duly.crypto import provider
from duly.outreach.ferry import Ferry, FerryRefused, flush, put, take
from duly.outreach.models import FerryBatch, Way

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 3, 12).astimezone()


@pytest.fixture
def court(tmp_path: Path) -> Ferry:
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


def test_what_one_side_puts_the_other_takes_once_and_in_order(court: Ferry, outside: Ferry) -> None:
    hold = Hold()
    cross(outside, "一", "二", "三")
    assert take(court, hold, at=AT) == 3
    assert take(court, hold, at=AT) == 0
    assert hold.items == [{"text": "一"}, {"text": "二"}, {"text": "三"}]


def test_a_missing_file_holds_up_those_after_it(court: Ferry, outside: Ferry) -> None:
    hold = Hold()
    cross(outside, "一", "二", "三")
    second = court.into / "00000002.json"
    content = second.read_bytes()
    second.unlink()
    assert take(court, hold, at=AT) == 1
    second.write_bytes(content)
    assert take(court, hold, at=AT) == 2
    assert len(hold.items) == 3


def test_every_changed_byte_is_noticed(court: Ferry, outside: Ferry) -> None:
    cross(outside, "一")
    file = court.into / "00000001.json"
    whole = file.read_bytes()
    for place in range(0, len(whole) - 1, 7):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(FerryRefused):
            take(court, Hold(), at=AT)
    assert not FerryBatch.objects.filter(way=Way.IN.value).exists()
    file.write_bytes(whole)
    assert take(court, Hold(), at=AT) == 1


def test_an_old_file_under_a_new_number_is_not_taken(court: Ferry, outside: Ferry) -> None:
    cross(outside, "一")
    take(court, Hold(), at=AT)
    (court.into / "00000002.json").write_bytes((court.into / "00000001.json").read_bytes())
    with pytest.raises(FerryRefused, match="不是对方的第2号"):
        take(court, Hold(), at=AT)


def test_ones_own_file_sent_back_is_not_taken(court: Ferry) -> None:
    cross(court, "一")
    court.into.mkdir()
    (court.into / "00000001.json").write_bytes((court.out / "00000001.json").read_bytes())
    with pytest.raises(FerryRefused, match="不是对方"):
        take(court, Hold(), at=AT)


def test_a_file_of_another_ferry_is_not_taken(tmp_path: Path, court: Ferry) -> None:
    other = Ferry("portal", "outside", tmp_path / "into", tmp_path / "out")
    body = json.dumps({"ferry": "portal", "from": "outside", "number": 1, "items": []}).encode()
    court.into.mkdir()
    code = provider.mac(body, other.key).encode()
    (court.into / "00000001.json").write_bytes(body + b"\n" + code + b"\n")
    with pytest.raises(FerryRefused, match="签名不符"):
        take(court, Hold(), at=AT)


def test_what_cannot_be_received_is_not_counted_as_taken(court: Ferry, outside: Ferry) -> None:
    cross(outside, "一")

    def broken(_: Sequence[object]) -> None:
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011 whatever it is, it comes through
        take(court, broken, at=AT)
    hold = Hold()
    assert take(court, hold, at=AT) == 1
    assert hold.items == [{"text": "一"}]


def test_a_batch_that_could_not_be_written_goes_out_first_next_time(
    court: Ferry, outside: Ferry, tmp_path: Path
) -> None:
    court.out.parent.mkdir(exist_ok=True)
    court.out.write_text("no folder")
    put(court, [{"text": "一"}], at=AT)
    with pytest.raises(OSError):  # noqa: PT011 the system's own
        flush(court)
    court.out.unlink()
    cross(court, "二")
    hold = Hold()
    assert take(outside, hold, at=AT) == 2
    assert hold.items == [{"text": "一"}, {"text": "二"}]


def test_a_file_stands_in_the_folder_whole_or_not_at_all(court: Ferry) -> None:
    cross(court, "一", "二")
    names = sorted(path.name for path in court.out.iterdir())
    assert names == ["00000001.json", "00000002.json"]
