"""Write the schemas of signed JSON for the docs."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from duly.portal.view import schema
from duly.portal.view.twins import KINDS

DOCS = Path(__file__).resolve().parents[5] / "docs" / "twins"


def text(kind: str) -> str:
    """Return the schema of a kind as it is written."""
    return json.dumps(schema.of(kind, KINDS[kind]), ensure_ascii=False, indent=1) + "\n"


class Command(BaseCommand):
    """`duly manage describe_twins`."""

    help = "写出签名数据（JSON）的格式说明 / write the schemas of signed JSON"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the folder."""
        parser.add_argument("--to", type=Path, default=DOCS)

    def handle(self, *args: Any, to: Path, **options: Any) -> None:
        """Write one file for each kind."""
        for kind in KINDS:
            path = to / f"{kind.removesuffix('+jwt')}.schema.json"
            path.write_text(text(kind), encoding="utf-8")
            self.stdout.write(str(path))
