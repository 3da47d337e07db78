"""Many matters like one: its rows copied in the database, each copy with names and an account
of its own, for registering thousands through the door takes longer than what is measured.
"""

from random import Random

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction

from duly.law.terms import PartyRole
from duly.registry.blind import ACCOUNT, ADDRESS, index
from duly.registry.models import ContactPoint, ContactPointKind, Matter, Party, PayeeAccount
from duly.simulation import identities

STRIDE = 1_000
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN = "文武明德仁义礼智信安宁康健志远思齐清和雅正晨曦嘉禾景行若水云山青松"
TRADES = "粮油建材百货机电纺织物流食品五金化工器械服饰家具"
Model = type[models.Model]


@transaction.atomic
def multiply(copies: int, *, serial: int, seed: int) -> None:
    """Copy the one matter of a court so many times.

    `serial` is that of its case number: wherever it stands in a text, each copy counts on.
    """
    copied = _tables()
    with connection.cursor() as cursor:
        for model in copied:
            cursor.execute(_copying(model, copied, serial, copies))
        for statement in connection.ops.sequence_reset_sql(no_style(), copied):
            cursor.execute(statement)
    chance = Random(seed)
    _rename(chance)
    _move(chance)


def _tables() -> list[Model]:
    """Return every table with rows that point to a matter, by whatever way."""
    found: list[Model] = [Matter]
    before = 0
    while before != len(found):
        before = len(found)
        found += [
            model
            for model in apps.get_models()
            if model not in found and _pointing(model, found) and model._default_manager.exists()
        ]
    return found


def _pointing(model: Model, found: list[Model]) -> bool:
    return any(field.related_model in found for field in model._meta.concrete_fields)


def _copying(model: Model, copied: list[Model], serial: int, copies: int) -> str:
    quote = connection.ops.quote_name
    columns, values = [], []
    for field in model._meta.concrete_fields:
        name = quote(field.column)
        columns.append(name)
        if field.primary_key or field.related_model in copied:
            values.append(f"{name} + copy_number * {STRIDE}")
        elif isinstance(field, models.CharField | models.TextField):
            values.append(f"replace({name}, '{serial}', cast({serial} + copy_number as text))")
        else:
            values.append(name)
    table = quote(model._meta.db_table)
    return (
        f"INSERT INTO {table} ({', '.join(columns)})"
        " WITH RECURSIVE counted(copy_number) AS (SELECT 1 UNION ALL"
        f" SELECT copy_number + 1 FROM counted WHERE copy_number < {copies})"
        f" SELECT {', '.join(values)} FROM {table}, counted"
    )


def _rename(chance: Random) -> None:
    creditors = {}
    parties = list(Party.objects.order_by("pk"))
    for party in parties:
        is_creditor = party.role == PartyRole.CREDITOR
        party.name = _unit(chance) if is_creditor else _person(chance)
        if is_creditor:
            creditors[party.pk] = party.name
    Party.objects.bulk_update(parties, ["name"], batch_size=500)
    accounts = list(PayeeAccount.objects.filter(creditor__in=creditors))
    for account in accounts:
        account.holder = creditors[account.creditor_id]
        account.number = identities.bank_card(chance.randrange(10**9))
        account.number_index = index(account.number, ACCOUNT)
    PayeeAccount.objects.bulk_update(accounts, ["holder", "number", "number_index"], batch_size=500)


def _move(chance: Random) -> None:
    points = list(ContactPoint.objects.filter(kind=ContactPointKind.ADDRESS.value))
    for point in points:
        street = "".join(chance.choices(GIVEN, k=2))
        point.value = f"广州市从化区{street}路{chance.randrange(1, 400)}号"
        point.value_index = index(point.value, ADDRESS)
    ContactPoint.objects.bulk_update(points, ["value", "value_index"], batch_size=500)


def _person(chance: Random) -> str:
    return chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=chance.choice((1, 2))))


def _unit(chance: Random) -> str:
    return f"广州市从化区{''.join(chance.choices(GIVEN, k=2))}{chance.choice(TRADES)}有限公司"
