"""Files that the desk made for people to take away: they do not lie about for ever."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from shutil import rmtree

from django.conf import settings
from django.utils import timezone

from duly.accounts.models import Post
from duly.batch import output
from duly.batch.models import Batch
from duly.registry.court_settings import SettingName, setting
from duly.registry.models import Court

# A file that was sent to be imported is of no use once its form has expired.
USUAL_IMPORTS = 30


def drop_old_files(*, on: date, at: datetime) -> str:
    """Delete files of batches and of imports that are older than their court keeps them.

    A batch writes its files again from the acts; a court that has set nothing keeps them. Files
    of imports, which hold what a person typed about people, go after 30 days at the latest
    unless the court of whoever sent them has set otherwise.
    """
    dropped = 0
    for folder in list(_old_batches(on)):
        rmtree(folder)
        dropped += 1
    for file in list(_old_imports(on)):
        file.unlink()
        dropped += 1
    return f"删除过期的批次文件和导入文件{dropped}份"


def _old_imports(on: date) -> Iterator[Path]:
    for folder in (Path(settings.DULY_HOME) / "imports").glob("*"):
        last = on - timedelta(days=_kept_imports(folder.name, on))
        yield from (file for file in folder.glob("*") if _day(file) < last)


def _kept_imports(sender: str, on: date) -> int:
    """Return for how long the files of a person are kept: the longest of his courts."""
    posts = Post.objects.filter(user_id=sender) if sender.isdigit() else Post.objects.none()
    codes = set(posts.values_list("court", flat=True))
    courts = Court.objects.all() if "" in codes else Court.objects.filter(code__in=codes)
    own = [setting(court, SettingName.KEEP_IMPORTS, on=on) for court in courts]
    return max((int(days or USUAL_IMPORTS) for days in own), default=USUAL_IMPORTS)


def _old_batches(on: date) -> Iterator[Path]:
    for batch in Batch.objects.select_related("court").iterator():
        folder = output.folder_of(batch)
        kept = setting(batch.court, SettingName.KEEP_FILES, on=on) if folder.exists() else ""
        if kept and _day(folder) < on - timedelta(days=int(kept)):
            yield folder


def _day(path: Path) -> date:
    return timezone.localdate(datetime.fromtimestamp(path.stat().st_mtime).astimezone())
