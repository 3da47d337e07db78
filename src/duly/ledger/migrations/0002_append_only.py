from django.db import migrations

from duly.journal import triggers

TABLES = ("ledger_payment", "ledger_allocation")


def seal(apps, schema_editor):
    for table in TABLES:
        triggers.seal(schema_editor.connection, table)


def unseal(apps, schema_editor):
    for table in TABLES:
        triggers.unseal(schema_editor.connection, table)


class Migration(migrations.Migration):

    dependencies = [
        ("ledger", "0001_obligations_and_payments"),
    ]

    operations = [
        migrations.RunPython(seal, unseal),
    ]
