"""The day on which a debtor agreed to be called again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("registry", "0004_who_set_a_setting"),)

    operations = (
        migrations.AddField(
            model_name="contact",
            name="call_again_date",
            field=models.DateField(blank=True, null=True, verbose_name="约定再次联系日"),
        ),
    )
