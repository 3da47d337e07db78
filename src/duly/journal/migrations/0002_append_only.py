from django.db import migrations

from duly.journal import triggers


def seal(apps, schema_editor):
    triggers.seal(schema_editor.connection, "journal_entry")


def unseal(apps, schema_editor):
    triggers.unseal(schema_editor.connection, "journal_entry")


class Migration(migrations.Migration):

    dependencies = [
        ("journal", "0001_chained_entries"),
    ]

    operations = [
        migrations.RunPython(seal, unseal),
    ]
