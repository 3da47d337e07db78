from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("registry", "0001_schema")]

    operations = [
        migrations.AddField(
            model_name="payeeaccount",
            name="decided_at",
            field=models.DateTimeField("确认或者复核时间", blank=True, null=True),
        ),
        # Until now only the day of the proposal was kept.
        migrations.RunSQL(
            "UPDATE registry_payeeaccount SET decided_at = recorded_at WHERE state <> 'proposed'",
            migrations.RunSQL.noop,
        ),
    ]
