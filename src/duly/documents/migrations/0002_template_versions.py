import django.db.models.deletion
import duly.crypto.fields
from django.conf import settings
from django.db import migrations, models

from duly.journal import triggers

TABLES = ("documents_wording", "documents_templateversion", "documents_templatedecision")


def seal(apps, schema_editor):
    for table in TABLES:
        triggers.seal(schema_editor.connection, table)


def unseal(apps, schema_editor):
    for table in TABLES:
        triggers.unseal(schema_editor.connection, table)


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0001_schema'),
        ('registry', '0001_schema'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='TemplateDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('published', models.BooleanField(verbose_name='已发布')),
                ('reason', models.CharField(blank=True, default='', max_length=400, verbose_name='退回理由')),
                ('decided_at', models.DateTimeField(verbose_name='决定时间')),
            ],
        ),
        migrations.CreateModel(
            name='TemplateVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('template', models.CharField(max_length=60, verbose_name='样式')),
                ('version', models.CharField(max_length=64, verbose_name='样式版本')),
                ('since', models.DateField(verbose_name='起用日')),
                ('basis', models.CharField(max_length=120, verbose_name='依据')),
                ('proposed_at', models.DateTimeField(verbose_name='报请时间')),
            ],
        ),
        migrations.CreateModel(
            name='Wording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('template', models.CharField(max_length=60, verbose_name='样式')),
                ('version', models.CharField(max_length=64, unique=True, verbose_name='样式版本')),
                ('text', duly.crypto.fields.EncryptedTextField(verbose_name='文字')),
            ],
        ),
        migrations.AddIndex(
            model_name='paper',
            index=models.Index(fields=['template', 'template_version'], name='papers_by_wording'),
        ),
        migrations.AddField(
            model_name='templatedecision',
            name='decided_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='template_decisions', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='templateversion',
            name='court',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='template_versions', to='registry.court'),
        ),
        migrations.AddField(
            model_name='templateversion',
            name='proposed_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='template_versions', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='templatedecision',
            name='proposal',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='decision', to='documents.templateversion'),
        ),
        migrations.AddIndex(
            model_name='templateversion',
            index=models.Index(fields=['court', 'template', 'since'], name='version_by_day'),
        ),
        migrations.RunPython(seal, unseal),
    ]
