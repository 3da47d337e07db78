from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('outreach', '0001_errands_and_messages'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='ferrybatch',
            name='a_ferry_batch_has_its_number',
        ),
        migrations.AddField(
            model_name='ferrybatch',
            name='side',
            field=models.CharField(default='court', max_length=20, verbose_name='本端'),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name='ferrybatch',
            constraint=models.UniqueConstraint(fields=('ferry', 'side', 'way', 'number'), name='a_ferry_batch_has_its_number'),
        ),
    ]
