"""What may be sent in as proof: a picture or a PDF, by its size, its name and its first bytes."""

import base64
import re
from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext

from duly.crypto import provider

LARGEST = 8 * 1024 * 1024
TYPES = {"pdf": "application/pdf", "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png"}
_BEGINS = {"pdf": b"%PDF-", "jpg": b"\xff\xd8\xff", "jpeg": b"\xff\xd8\xff", "png": b"\x89PNG\r\n"}
# A PDF that acts, rather than shows.
_ACTS = re.compile(rb"/(JavaScript|JS|Launch|OpenAction|AA|EmbeddedFile|RichMedia|XFA)\b")


class UploadRefused(ValueError):
    """The file is not taken. The message says why, in the reader's language."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that may be kept, under a name of our own."""

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        """The digest by which the same file is known again."""
        return provider.digest(self.content)

    @property
    def text(self) -> str:
        """The bytes as they are sealed."""
        return base64.b64encode(self.content).decode("ascii")


def read(file: UploadedFile, name: str) -> Upload:
    """Return a file that was sent in, to be kept under a name. Raises UploadRefused."""
    if (file.size or 0) > LARGEST:
        raise UploadRefused(gettext("文件超过8MB，请压缩后再上传。"))
    ending = (file.name or "").rpartition(".")[2].lower()
    return check(Upload(f"{name}.{ending}", file.read()))


def check(upload: Upload) -> Upload:
    """Return a file that may be kept. Raises UploadRefused."""
    ending = upload.name.rpartition(".")[2]
    if len(upload.content) > LARGEST:
        raise UploadRefused(gettext("文件超过8MB，请压缩后再上传。"))
    if ending not in TYPES or not upload.content.startswith(_BEGINS[ending]):
        raise UploadRefused(gettext("只接受PDF、JPG、PNG文件，文件内容须与类型一致。"))
    if ending == "pdf" and _ACTS.search(upload.content):
        raise UploadRefused(gettext("这个PDF带有脚本或者附件，请另存为普通PDF，或者拍照上传。"))
    return upload


def content(text: str) -> bytes:
    """Return the bytes of a file that was kept."""
    return base64.b64decode(text)


def media_type(name: str) -> str:
    """Return the type of a file that was kept."""
    return TYPES[name.rpartition(".")[2]]
