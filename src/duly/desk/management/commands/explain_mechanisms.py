"""`duly manage explain_mechanisms`: write the docs of the mechanisms from their data."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from duly.desk.explained import markdown
from duly.law.mechanism import MECHANISMS


class Command(BaseCommand):
    """Write one Markdown page for each mechanism, and their list."""

    help = "由步骤表和说明文件生成 docs/mechanisms"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask where the pages go."""
        parser.add_argument(
            "--out", type=Path, default=Path("docs/mechanisms"), help="写入的文件夹"
        )

    def handle(self, *_: Any, out: Path, **__: Any) -> None:
        """Write the pages; files that are no longer a mechanism's are removed."""
        out.mkdir(parents=True, exist_ok=True)
        pages = {f"{name}.md": markdown.page(name) for name in MECHANISMS}
        pages["README.md"] = markdown.index()
        for stale in set(out.glob("*.md")) - {out / name for name in pages}:
            stale.unlink()
        for name, text in pages.items():
            (out / name).write_text(text, encoding="utf-8")
        self.stdout.write(f"已写入{len(pages)}页：{out}")
