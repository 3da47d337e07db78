"""Logging in, and one's own password: on record, and other sessions end."""

from django.urls import reverse

from duly.journal.models import Entry
from duly.law.terms import Role
from tests.desk.conftest import As

OLD, NEW = "old-password-2026", "a-longer-word-2026"


def test_a_changed_password_is_on_record_and_ends_other_sessions(staff, as_role: As) -> None:
    clerk = staff[Role.TRIAL_CLERK]
    clerk.set_password(OLD)
    clerk.save()
    here, elsewhere = as_role(Role.TRIAL_CLERK), as_role(Role.TRIAL_CLERK)
    typed = {"old_password": OLD, "new_password1": NEW, "new_password2": NEW}
    assert here.post(reverse("desk:password"), typed).url == "/"
    assert Entry.objects.filter(act="change_password", actor_id=clerk.pk).count() == 1
    assert here.get(reverse("desk:today")).status_code == 200
    assert elsewhere.get(reverse("desk:today")).status_code == 302


def test_a_weak_password_is_refused_at_its_field(staff, as_role: As) -> None:
    clerk = staff[Role.TRIAL_CLERK]
    clerk.set_password(OLD)
    clerk.save()
    typed = {"old_password": OLD, "new_password1": "12345678", "new_password2": "12345678"}
    answer = as_role(Role.TRIAL_CLERK).post(reverse("desk:password"), typed)
    assert answer.status_code == 200
    assert answer.context["form"].errors["new_password2"]
    clerk.refresh_from_db()
    assert clerk.check_password(OLD)
