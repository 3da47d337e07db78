"""法院设置: anybody of the court reads them; the president changes one after seeing its effect."""

from datetime import date, timedelta
from pathlib import Path

from django.conf import LazySettings
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

import duly_verify
from duly.accounts.models import Post
from duly.batch import actions, output
from duly.batch.choosing import Choice
from duly.desk.retention import drop_old_files
from duly.documents.sealing.standing import standing
from duly.law.terms import Role
from duly.registry.models import CourtSetting
from tests.desk.conftest import As
from tests.documents import seals
from tests.procedure import sanctioning, walks
from tests.procedure.conftest import Walk


def test_each_value_stands_with_its_day_and_source(at_the_walk: Walk, as_role: As):
    sanctioning.set_up(at_the_walk)
    page = as_role(Role.MEDIATOR).get(reverse("desk:settings")).content.decode()
    assert "申请标的较小的数额（元）" in page
    assert "审委会纪要" in page
    assert "/small_claim_yuan/" not in page


def test_a_change_is_kept_only_after_its_effect_was_seen(at_the_walk: Walk, as_role: As):
    walk = at_the_walk
    sanctioning.to_found(walk, sanctioning.FINE)
    client = as_role(Role.PRESIDENT)
    address = reverse("desk:setting", args=[walk.court.pk, "small_claim_yuan"])
    typed = {"value": "50000", "since": walk.on.isoformat(), "source": "审委会纪要2号"}
    shown = client.post(address, typed)
    assert "会改变什么" in shown.content.decode()
    assert "预罚款告知" in shown.content.decode()
    seen = {"seen": shown.context["seen"], "keep": "yes"}
    for other in ({"seen": "x"}, {"value": "60000"}, {"source": "审委会纪要3号"}):
        again = client.post(address, {**typed, **seen, **other}).content.decode()
        assert "您看过的不是这些内容的效果" in again
    assert not CourtSetting.objects.filter(value="50000.00").exists()
    kept = client.post(address, {**typed, **seen}, follow=True).content.decode()
    assert "已设定" in kept
    assert CourtSetting.objects.get(value="50000.00").since == walk.on


def test_a_refused_value_says_why_and_keeps_what_was_typed(at_the_walk: Walk, as_role: As):
    address = reverse("desk:setting", args=[at_the_walk.court.pk, "warning_term_days"])
    typed = {"value": "0", "since": "2026-02-30", "source": "审委会纪要3号"}
    sent = as_role(Role.PRESIDENT).post(address, typed)
    assert sent.status_code == 422
    assert "真实的日期" in sent.content.decode()
    typed["since"] = date(2026, 12, 1).isoformat()
    page = as_role(Role.PRESIDENT).post(address, typed).content.decode()
    assert "期限应为1至60的整数" in page
    assert "审委会纪要3号" in page


def test_the_term_of_the_court_is_what_a_warning_first_gives(at_the_walk: Walk, as_role: As):
    walk = at_the_walk
    sanctioning.to_found(walk, sanctioning.FINE)
    CourtSetting.objects.create(
        court=walk.court,
        name="warning_term_days",
        value="20",
        source="审委会纪要4号",
        since=date(2020, 1, 1),
    )
    course = walk.course(sanctioning.FINE)
    address = reverse("desk:step", args=[walk.matter.pk, course.pk, "issue_warning"])
    page = as_role(Role.ENFORCEMENT_JUDGE).get(address).content.decode()
    assert 'value="2026-06-22"' in page


def test_the_courts_seal_is_told_with_its_last_day_and_fingerprint(
    at_the_walk: Walk, as_role: As, tmp_path: Path
):
    client, address = as_role(Role.MEDIATOR), reverse("desk:settings")
    with override_settings(DULY_KEYS=tmp_path):
        assert "没有电子印章" in client.get(address).content.decode()
    with seals.sealing(tmp_path) as certificate:
        page = client.get(address).content.decode()
        assert duly_verify.fingerprint(certificate) in page
        assert "证书有效至2027年1月1日" in page
        assert "请尽快更换" not in page
        (tmp_path / "seals" / "粤0117" / "key.pem").write_bytes(b"spoilt")
        assert "文书不能签发" in client.get(address).content.decode()


def test_a_certificate_that_ends_within_thirty_days_is_told(tmp_path: Path):
    with seals.sealing(tmp_path) as certificate:
        ends = certificate.not_valid_after_utc
        told = [standing("粤0117", ends - timedelta(days=days)).ends_soon for days in (31, 29)]
    assert told == [False, True]


def test_posts_years_and_typefaces_stand_on_the_page_with_where_they_come_from(
    at_the_walk: Walk, as_role: As
):
    walk = at_the_walk
    Post.objects.filter(user=walk.staff[Role.TRIAL_CLERK]).update(
        division="民事审判庭", granted_by=walk.staff[Role.ADMINISTRATOR], granted_at=walk.at
    )
    page = as_role(Role.MEDIATOR).get(reverse("desk:settings")).content.decode()
    for words in ("民事审判庭", walk.staff[Role.ADMINISTRATOR].full_name, "执前调", "FandolFang"):
        assert words in page
    assert "没有载入，期限暂定" in page


def test_files_of_batches_are_dropped_when_the_court_no_longer_keeps_them(
    at_the_walk: Walk, settings: LazySettings, tmp_path: Path
):
    walk = at_the_walk
    walks.to_running(walk)
    settings.DULY_HOME = tmp_path
    batch = actions.make(
        Choice(mechanism="post_judgment", step="note_overdue"),
        court=walk.court,
        answers={},
        by=walk.staff[Role.TRIAL_CLERK],
        at=walk.at,
    )
    files, sent = output.folder_of(batch), tmp_path / "imports" / "7" / "seen.csv"
    files.mkdir(parents=True)
    sent.parent.mkdir(parents=True)
    sent.touch()
    today = timezone.localdate()
    much_later = today + timedelta(days=40)
    assert drop_old_files(on=today, at=walk.at).endswith("0份")
    assert drop_old_files(on=much_later, at=walk.at).endswith("1份")
    assert files.exists()
    walk.court.settings.create(
        name="keep_batch_files_days", value="30", source="档案管理规定", since=date(2020, 1, 1)
    )
    assert drop_old_files(on=much_later, at=walk.at).endswith("1份")
    assert not files.exists()


def test_files_of_imports_go_after_thirty_days_or_what_the_court_of_the_sender_set(
    at_the_walk: Walk, settings: LazySettings, tmp_path: Path
):
    walk = at_the_walk
    settings.DULY_HOME = tmp_path
    clerk = walk.staff[Role.TRIAL_CLERK].pk
    for folder in (clerk, 987654):
        (tmp_path / "imports" / str(folder)).mkdir(parents=True)
        (tmp_path / "imports" / str(folder) / "seen.csv").touch()
    walk.court.settings.create(
        name="keep_import_files_days", value="5", source="档案管理规定", since=date(2020, 1, 1)
    )
    today = timezone.localdate()
    for days, left in ((5, {str(clerk), "987654"}), (6, {"987654"}), (30, {"987654"}), (31, set())):
        drop_old_files(on=today + timedelta(days=days), at=walk.at)
        assert {file.parent.name for file in tmp_path.glob("imports/*/*")} == left


def test_before_a_term_is_changed_it_is_shown_which_keep_the_old_one(
    at_the_walk: Walk, as_role: As
):
    walk = at_the_walk
    sanctioning.to_found(walk, sanctioning.FINE)
    sanctioning.warn(walk, sanctioning.FINE)
    address = reverse("desk:setting", args=[walk.court.pk, "warning_term_days"])
    typed = {"value": "20", "since": walk.on.isoformat(), "source": "审委会纪要5号"}
    page = as_role(Role.PRESIDENT).post(address, typed).content.decode()
    for words in ("已经给出的限期印在文书上，不因此改变", "2026年6月17日", "2026年6月22日", "不变"):
        assert words in page
