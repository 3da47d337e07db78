from django.db import migrations

from duly.documents import freezing
from duly.journal import triggers


def freeze(apps, schema_editor):
    freezing.freeze(schema_editor.connection, freezing.FIRST_CONTENT)
    triggers.seal(schema_editor.connection, "documents_paperfile")


def thaw(apps, schema_editor):
    freezing.thaw(schema_editor.connection)
    triggers.unseal(schema_editor.connection, "documents_paperfile")


class Migration(migrations.Migration):

    dependencies = [
        ("documents", "0001_initial"),
        ("journal", "0002_append_only"),
    ]

    operations = [
        migrations.RunPython(freeze, thaw),
    ]
