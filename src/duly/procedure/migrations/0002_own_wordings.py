import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from duly.journal import triggers

TABLES = ("procedure_ownwording",)


def seal(apps, schema_editor):
    for table in TABLES:
        triggers.seal(schema_editor.connection, table)


def unseal(apps, schema_editor):
    for table in TABLES:
        triggers.unseal(schema_editor.connection, table)


class Migration(migrations.Migration):

    dependencies = [
        ('procedure', '0001_schema'),
        ('registry', '0001_schema'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='OwnWording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('template', models.CharField(max_length=60, verbose_name='样式')),
                ('version', models.CharField(max_length=64, verbose_name='文字版本')),
                ('base', models.CharField(max_length=64, verbose_name='样式版本')),
                ('reason', models.CharField(max_length=400, verbose_name='改动理由')),
                ('at', models.DateTimeField(verbose_name='改动时间')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='own_wordings', to=settings.AUTH_USER_MODEL)),
                ('course', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='own_wordings', to='procedure.course')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='own_wordings', to='registry.party')),
            ],
            options={
                'indexes': [models.Index(fields=['course', 'template', 'party'], name='own_wordings')],
            },
        ),
        migrations.RunPython(seal, unseal),
    ]
