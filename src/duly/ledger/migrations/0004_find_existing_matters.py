"""Matters that are on record already get their search terms and the band of their amount."""

import re
from bisect import bisect_right
from itertools import pairwise

from django.db import migrations
from django.db.models import Sum

BEGINNINGS = (0, 10_000, 100_000, 500_000, 1_000_000, 5_000_000)
COURT = "最高法|[一-鿿]{1,2}[0-9]{2,4}|[一-鿿]"
CODE_AND_SERIAL = re.compile(rf"）(?:{COURT}|[一-鿿0-9]+?(?=字第))(字第|[一-鿿]{{1,4}})([0-9]+)号")


def find(apps, schema_editor):
    matters = apps.get_model("registry", "Matter")
    terms = apps.get_model("registry", "SearchTerm")
    obligations = apps.get_model("ledger", "Obligation")
    ordered = obligations.objects.filter(kind="money", withdrawn_at=None)
    sums = dict(ordered.values_list("matter_id").annotate(Sum("amount_fen")).order_by())
    for matter in matters.objects.iterator():
        terms.objects.bulk_create(
            [terms(matter=matter, term=term) for term in sorted(_terms(matter))],
            ignore_conflicts=True,
        )
        fen = sums.get(matter.pk, 0)
        matter.amount_band = bisect_right(BEGINNINGS, fen // 100) if fen else 0
        matter.save(update_fields=["amount_band"])


def _terms(matter):
    names = matter.names.casefold().split()
    found = {"".join(pair) for name in names for pair in pairwise(name)}
    for code, serial in CODE_AND_SERIAL.findall(matter.numbers):
        found |= {f"{code}{serial}", serial}
    return found


class Migration(migrations.Migration):

    dependencies = [
        ("ledger", "0003_instalments_waivers_payouts"),
        ("registry", "0003_search_terms_and_amount_bands"),
    ]

    operations = [
        migrations.RunPython(find, migrations.RunPython.noop),
    ]
