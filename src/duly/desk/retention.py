"""Files that the desk made for people to take away: they do not lie about for ever."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from shutil import rmtree

from django.conf import settings
from django.utils import timezone

from duly.batch import output
from duly.batch.models import Batch
from duly.registry.court_settings import SettingName, setting

# A file that was sent to be imported is of no use once its form has expired.
IMPORTS = timedelta(days=30)


def drop_old_files(*, on: date, at: datetime) -> str:
    """Delete files of batches older than their court keeps them, and of imports after 30 days.

    A batch writes its files again from the acts; a court that has set nothing keeps them.
    """
    dropped = 0
    for folder in list(_old_batches(on)):
        rmtree(folder)
        dropped += 1
    for file in list((Path(settings.DULY_HOME) / "imports").glob("*/*")):
        if _day(file) < on - IMPORTS:
            file.unlink()
            dropped += 1
    return f"删除过期的批次文件和导入文件{dropped}份"


def _old_batches(on: date) -> Iterator[Path]:
    for batch in Batch.objects.select_related("court").iterator():
        folder = output.folder_of(batch)
        kept = setting(batch.court, SettingName.KEEP_FILES, on=on) if folder.exists() else ""
        if kept and _day(folder) < on - timedelta(days=int(kept)):
            yield folder


def _day(path: Path) -> date:
    return timezone.localdate(datetime.fromtimestamp(path.stat().st_mtime).astimezone())
