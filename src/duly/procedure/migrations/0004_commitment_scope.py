from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("procedure", "0003_responsible_people_and_reconsiderations")]

    operations = [
        migrations.AddField(
            model_name="commitment",
            name="measures",
            field=models.CharField(
                blank=True,
                choices=[
                    ("listing", "解除失信措施"),
                    ("consumption", "解除限制消费措施"),
                    ("both", "解除失信、限制消费措施"),
                ],
                default="",
                max_length=12,
                verbose_name="申请解除的措施",
            ),
            preserve_default=False,
        ),
        migrations.RemoveConstraint(model_name="course", name="one_open_course_a_debtor"),
        migrations.AddConstraint(
            model_name="course",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_at__isnull", True), ("measure__isnull", True))
                & ~models.Q(("mechanism__in", ("objection_notice", "commitment"))),
                fields=("matter", "mechanism", "party"),
                name="one_open_course_a_debtor",
            ),
        ),
    ]
