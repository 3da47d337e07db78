"""Numbers of persons: masked by default, shown whole by one act that is on record."""

import pytest
from django.urls import reverse

from duly.desk import masking
from duly.journal.models import Entry
from duly.law.terms import Role
from tests.desk.conftest import As
from tests.procedure import walks
from tests.procedure.conftest import MONEY_MATTER, Walk

IDENTIFIER, PHONE = MONEY_MATTER["debtor_identifier"], MONEY_MATTER["debtor_phone"]
ACCOUNT = "4401990012345678"


def page_of(walk: Walk, name: str = "matter") -> str:
    return reverse(f"desk:{name}", kwargs={"matter_id": walk.matter.pk})


@pytest.mark.parametrize(
    ("mask", "number", "shown"),
    [
        (masking.identifier, "440199199003070013", "440199********0013"),
        (masking.phone, "13800000002", "138****0002"),
        (masking.account, "6222000011115678", "6222 **** **** 5678"),
        (masking.account, "12345678", "********"),
        (masking.phone, "120", "***"),
        (masking.address, "广州市从化区示例路1号", "广州市从化区*****"),
        (masking.email, "chen@example.invalid", "c***@example.invalid"),
    ],
)
def test_a_mask_leaves_enough_to_tell_apart(mask, number: str, shown: str) -> None:
    assert mask(number) == shown


def test_the_matter_page_holds_no_number_in_full(walk: Walk, as_role: As) -> None:
    walks.to_running(walk)
    for role in (Role.TRIAL_CLERK, Role.PRESIDENT):
        page = as_role(role).get(page_of(walk)).content.decode()
        for secret in (IDENTIFIER, PHONE, ACCOUNT, MONEY_MATTER["debtor_address"]):
            assert secret not in page
        assert masking.identifier(IDENTIFIER) in page
        assert masking.account(ACCOUNT) in page


def test_a_number_is_opened_once_with_a_reason_on_record(walk: Walk, as_role: As) -> None:
    client = as_role(Role.ENFORCEMENT_JUDGE)
    debtor = walk.matter.parties.get(role="debtor")
    asked = {"key": f"party-{debtor.pk}", "reason": "向公安机关核对身份"}
    opened = client.post(page_of(walk, "unmask"), asked)
    assert IDENTIFIER in opened.content.decode()
    assert opened["Cache-Control"] == "private, no-store"
    assert IDENTIFIER not in client.get(page_of(walk)).content.decode()
    entry = Entry.objects.get(act="unmask")
    assert entry.matter_id == walk.matter.pk
    assert entry.detail == {"reason": "向公安机关核对身份"}
    assert IDENTIFIER not in str(entry.subject)


@pytest.mark.parametrize("reason", ["", "  ", "\n"])
def test_without_a_reason_nothing_is_opened(walk: Walk, as_role: As, reason: str) -> None:
    debtor = walk.matter.parties.get(role="debtor")
    asked = {"key": f"party-{debtor.pk}", "reason": reason}
    answer = as_role(Role.ENFORCEMENT_JUDGE).post(page_of(walk, "unmask"), asked)
    assert answer.status_code == 422
    assert IDENTIFIER not in answer.content.decode()
    assert "请写明查看完整号码的理由" in answer.content.decode()
    assert not Entry.objects.filter(act="unmask").exists()


def test_a_number_of_another_matter_cannot_be_opened_here(walk: Walk, as_role: As) -> None:
    other = Walk(walk.court, walk.staff, walk.on).register(number="（2026）粤0117民初101号")
    debtor = other.matter.parties.get(role="debtor")
    asked = {"key": f"party-{debtor.pk}", "reason": "核对身份"}
    answer = as_role(Role.ENFORCEMENT_JUDGE).post(page_of(walk, "unmask"), asked)
    assert answer.status_code == 404
    assert not Entry.objects.filter(act="unmask").exists()
