"""收款账户: the database itself wants a whole account, one in use, and two people for a change."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, connection, transaction

from duly.accounts.models import Post, User
from duly.law.terms import AccountOwner, AccountRoute, PartyKind, PartyRole, Role
from duly.registry import actions, blind
from duly.registry.models import AccountState, Court, Matter, PayeeAccount

AT = datetime(2026, 3, 3, 4, tzinfo=UTC)


@pytest.fixture
def clerk(db: None) -> User:
    user = User.objects.create(username="clerk", full_name="职员甲")
    Post.objects.create(user=user, role=Role.TRIAL_CLERK.value, since=date(2020, 1, 1))
    return user


@pytest.fixture
def matter(db: None) -> Matter:
    court = Court.objects.create(code="粤0117", name="广州市从化区人民法院")
    return Matter.objects.create(court=court, cause="买卖合同纠纷", focus="other", opened_at=AT)


def propose(matter: Matter, clerk: User, **changes: str) -> PayeeAccount:
    parts = {"holder": "喆淼", "number": "4401990012345678", "bank": "示例银行", **changes}
    return actions.propose_account(
        matter=matter,
        owner=AccountOwner.CREDITOR,
        creditor=None,
        route=AccountRoute.HEARING,
        evidence="笔录",
        by=clerk,
        at=AT,
        **parts,
    )


@pytest.mark.parametrize("missing", ["holder", "number", "bank"])
def test_an_account_in_parts_is_refused(matter: Matter, clerk: User, missing: str):
    with pytest.raises(IntegrityError, match="a_payee_account_is_complete"), transaction.atomic():
        propose(matter, clerk, **{missing: ""})


def test_nobody_confirms_his_own_change(matter: Matter, clerk: User):
    propose(matter, clerk)
    change = propose(matter, clerk, number="4401990099999999")
    with (
        pytest.raises(IntegrityError, match="a_changed_payee_account_has_two_people"),
        transaction.atomic(),
    ):
        actions.decide_account(account=change, confirmed=True, by=clerk, at=AT)
    assert PayeeAccount.objects.get(state=AccountState.CONFIRMED.value).version == 1


def test_one_account_is_in_use_at_a_time(matter: Matter, clerk: User):
    propose(matter, clerk)
    change = propose(matter, clerk, number="4401990099999999")
    other = User.objects.create(username="judge", full_name="职员乙")
    actions.decide_account(account=change, confirmed=True, by=other, at=AT)
    states = PayeeAccount.objects.order_by("version").values_list("state", flat=True)
    assert list(states) == ["superseded", "confirmed"]


def test_numbers_lie_encrypted_in_the_database_and_are_found_exactly(matter: Matter, clerk: User):
    propose(matter, clerk)
    party = actions.add_party(
        matter=matter,
        role=PartyRole.DEBTOR,
        kind=PartyKind.PERSON,
        name="陈示例",
        identifier="440199199003070013",
        birth_date=date(1990, 3, 7),
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM registry_payeeaccount")
        (account,) = cursor.fetchone()
        cursor.execute("SELECT identifier FROM registry_party")
        (identifier,) = cursor.fetchone()
    assert "4401990012345678" not in account
    assert "440199199003070013" not in identifier
    wanted = blind.index("440199199003070013", blind.IDENTIFIER)
    assert type(party).objects.get(identifier_index=wanted) == party
    assert blind.index("440199199003070013", blind.PHONE) != wanted
