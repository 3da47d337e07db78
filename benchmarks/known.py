"""What a seeded court holds, as JSON: numbers of matters, names, case numbers, IDs, phones, people.

Run in the environment of the court (`seeded.Seeded.environment`).
"""

import json
from random import Random

import django

MATTERS = 400


def main() -> None:
    """Print a sample, the same each time."""
    django.setup()
    from duly.procedure.models import Handler
    from duly.registry.models import ContactPoint, Matter, Party

    chance = Random(1)
    last = Matter.objects.order_by("-pk")[0].pk
    starts = (chance.randrange(last) + 1 for _ in range(MATTERS))
    found = (Matter.objects.filter(pk__gte=start).order_by("pk").first() for start in starts)
    matters = [matter for matter in found if matter is not None]
    parties = Party.objects.filter(matter__in=matters).order_by("pk")
    points = ContactPoint.objects.filter(party__in=parties, kind="phone").order_by("pk")
    sample = {
        "matters": [matter.pk for matter in matters],
        "names": [party.name for party in parties],
        "numbers": [number for matter in matters for number in matter.numbers.split()],
        "ids": [party.identifier for party in parties if party.identifier],
        "phones": [point.value for point in points],
        "people": sorted(set(Handler.objects.values_list("user", flat=True))),
    }
    print(json.dumps(sample, ensure_ascii=False))


if __name__ == "__main__":
    main()
