"""Writes what comes out of a batch: the same bytes whenever it is written from the same acts."""

import json
import os
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.utils import timezone

from duly.batch import queries
from duly.batch.models import Batch
from duly.batch.output import sheets
from duly.batch.output.binding import Binder
from duly.batch.output.letters import Letter, in_mailing_order
from duly.documents.enclosing import enclosed
from duly.documents.models import PaperFile
from duly.law.calendar import in_digits

PRINT, ARCHIVE, MANIFEST = "print.pdf", "papers.zip", "manifest.json"
FILES_AT_ONCE = 50
_EPOCH = (1980, 1, 1, 0, 0, 0)
Placed = tuple[int, Letter]


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the folder, and how many letters and pages there are to print."""

    folder: Path
    letters: int
    pages: int


def folder_of(batch: Batch) -> Path:
    """Return where the files of a batch are kept, whether they are written yet or not."""
    return Path(settings.DULY_HOME) / "batches" / str(batch.pk)


def write(batch: Batch, folder: Path) -> Written:
    """Write the print file, the archive and the manifest of what was done so far.

    The manifest comes last: a folder that has one is whole. No more than some papers are in
    memory at a time.
    """
    letters = list(enumerate(in_mailing_order(batch), 1))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder, prefix=".") as scratch:
        made = Path(scratch)
        with (made / PRINT).open("wb") as file, zipfile.ZipFile(made / ARCHIVE, "w") as archive:
            binder = Binder(file)
            _bind_front(batch, letters, binder)
            rows = list(_bind_letters(letters, binder, archive))
            binder.close()
        _write_manifest(batch, rows, made)
        (folder / MANIFEST).unlink(missing_ok=True)
        for name in (PRINT, ARCHIVE, MANIFEST):
            os.replace(made / name, folder / name)
    return Written(folder, len(letters), binder.pages)


def _bind_front(batch: Batch, letters: Sequence[Placed], binder: Binder) -> None:
    mailed = [one for one in letters if one[1].address]
    count = sheets.LABELS_A_SHEET
    labels = [mailed[first : first + count] for first in range(0, len(mailed), count)]
    binder.add(_cover(batch, len(letters), len(mailed), len(labels)))
    for some in labels:
        binder.add(sheets.labels(some))


def _cover(batch: Batch, letters: int, mailed: int, labels: int) -> bytes:
    known = queries.progress(batch)
    notes = ["本册双面打印：每封信都从正面起印，页数为单数的，其后已补空白背面。"]
    if labels:
        notes.append(
            f"第3页至第{2 * labels + 2}页为地址标签（每张{sheets.LABELS_A_SHEET}枚，70×37毫米），"
            "可以单独用标签纸单面打印。标签右下角的号码，就是信件在本册中的次序。"
        )
    return sheets.cover(
        court=batch.court.name,
        title=f"批量文书第{batch.pk}批",
        lines=(
            ("事项", queries.what(batch)),
            ("编制", f"{batch.made_by.full_name}　{in_digits(timezone.localdate(batch.made_at))}"),
            ("已办理", f"{known.done}件（共选取{known.items}件，不能办理{known.blocked}件）"),
            ("信件", f"{letters}封，其中邮寄{mailed}封，另行送交{letters - mailed}封"),
        ),
        notes=notes,
    )


def _bind_letters(
    letters: Sequence[Placed], binder: Binder, archive: zipfile.ZipFile
) -> Iterator[dict[str, Any]]:
    kept: dict[int, dict[str, str]] = {}
    for first in range(0, len(letters), FILES_AT_ONCE):
        some = letters[first : first + FILES_AT_ONCE]
        ids = {letter.paper_id for _, letter in some}
        files = {file.paper_id: file for file in PaperFile.objects.filter(paper__in=ids)}
        for place, letter in some:
            file = files[letter.paper_id]
            if letter.paper_id not in kept:
                kept[letter.paper_id] = _archive(archive, place, letter, file)
            yield {
                "letter": place,
                "to": letter.to,
                "number": letter.number,
                "title": letter.title,
                "first_page": binder.add(file.pdf),
                **kept[letter.paper_id],
                **_enclose(place, letter, binder, archive),
            }


def _enclose(
    place: int, letter: Letter, binder: Binder, archive: zipfile.ZipFile
) -> dict[str, Any]:
    """Bind and archive what goes with a letter, behind it; say where it is, if anything does."""
    made = enclosed(letter.paper_id, letter.party_id) if letter.party_id else None
    if made is None:
        return {}
    name = f"{place:05} {letter.number} 随附履行指引.pdf"
    _store(archive, name, made)
    return {
        "enclosure": name,
        "enclosure_sha256": sha256(made).hexdigest(),
        "enclosure_page": binder.add(made),
    }


def _archive(
    archive: zipfile.ZipFile, place: int, letter: Letter, file: PaperFile
) -> dict[str, str]:
    name = f"{place:05} {letter.number} {letter.title}"
    told: dict[str, str] = {}
    for kind, content in (("pdf", file.pdf), ("docx", file.docx)):
        _store(archive, f"{name}.{kind}", content)
        told |= {kind: f"{name}.{kind}", f"{kind}_sha256": sha256(content).hexdigest()}
    return told


def _store(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.create_system, entry.external_attr = 3, 0o600 << 16
    # Stored: compressed bytes differ between versions of zlib.
    archive.writestr(entry, content, zipfile.ZIP_STORED)


def _write_manifest(batch: Batch, rows: list[dict[str, Any]], made: Path) -> None:
    content = {
        "batch": batch.pk,
        "court": batch.court.name,
        "mechanism": batch.mechanism,
        "step": batch.step,
        "made_by": batch.made_by.full_name,
        "made_at": timezone.localtime(batch.made_at).isoformat(),
        "files": {name: _sha256(made / name) for name in (PRINT, ARCHIVE)},
        "letters": rows,
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    (made / MANIFEST).write_text(text + "\n", encoding="utf-8")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
