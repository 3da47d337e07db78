"""`duly manage index_papers`: papers that were issued before are found by their words as well."""

from typing import Any

from django.core.management.base import BaseCommand

from duly.documents import searching
from duly.documents.models import Paper


class Command(BaseCommand):
    """Index every issued paper. It may be stopped, and run again."""

    help = "为以前签发的文书建立文字索引"

    def handle(self, **options: Any) -> None:
        """Go through the papers, the oldest first."""
        issued = Paper.objects.filter(issued_at__isnull=False).defer("text").order_by("pk")
        for paper in issued.iterator(chunk_size=200):
            searching.keep(paper)
        self.stdout.write(f"已为{issued.count()}份文书建立索引")
