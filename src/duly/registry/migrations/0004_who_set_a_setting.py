import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('registry', '0003_search_terms_and_amount_bands'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='courtsetting',
            name='set_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='court_settings', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='courtsetting',
            name='set_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='设定时间'),
        ),
    ]
