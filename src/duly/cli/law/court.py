"""What a court has loaded into its own folder (`duly law load`), laid over what is packaged."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from duly.law import court_folder
from duly.law.calendar import Calendar, NoticeRefused
from duly.law.sources import MalformedFile, Shelf, shelf


class CourtRefused(ValueError):
    """A court's folder that cannot be relied on; the message says why."""


@dataclass(frozen=True)
class Court:
    """A court's own data; without a folder, what is packaged alone."""

    folder: Path | None = None

    @classmethod
    def opened(cls, folder: Path | None) -> "Court":
        """Return a court whose files have all been read. Raises CourtRefused."""
        court = cls(folder)
        if folder is None:
            return court
        if not folder.is_dir():
            raise CourtRefused(f"没有本院数据目录{folder}")
        try:
            _ = court.calendar, court.shelf
        except (NoticeRefused, MalformedFile) as refusal:
            raise CourtRefused(f"本院数据目录{folder}中的文件有误：{refusal}") from refusal
        return court

    @cached_property
    def calendar(self) -> Calendar:
        """The published rest days, with each loaded notice laid over them by name."""
        return court_folder.calendar(court_folder.files(self.folder, "calendar"))

    @cached_property
    def shelf(self) -> Shelf:
        """The law on file, with the court's own articles."""
        return shelf(self.folder)
