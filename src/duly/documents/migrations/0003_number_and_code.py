from django.db import migrations, models

from duly.documents import freezing


def thaw(apps, schema_editor):
    freezing.thaw(schema_editor.connection)


def freeze(apps, schema_editor):
    freezing.freeze(schema_editor.connection)


def freeze_as_before(apps, schema_editor):
    freezing.freeze(schema_editor.connection, freezing.FIRST_CONTENT)


class Migration(migrations.Migration):

    dependencies = [
        ("documents", "0002_frozen"),
    ]

    operations = [
        migrations.RunPython(thaw, freeze_as_before),
        migrations.AddField(
            model_name="paper",
            name="paper_number",
            field=models.CharField(blank=True, default="", max_length=40, verbose_name="编号"),
        ),
        migrations.AddField(
            model_name="paper",
            name="verification_code",
            field=models.CharField(blank=True, default="", max_length=16, verbose_name="验证码"),
        ),
        migrations.RunPython(freeze, thaw),
    ]
