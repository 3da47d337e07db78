"""docxtpl and LibreOffice making the same notices, as notices.py has them do."""

import io
import json
import os
import subprocess
import venv
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from rates import Rate, Values, halves, timed

from duly.documents.fonts import font_folders

HERE = Path(__file__).resolve().parent
VENV = HERE.parent / "var" / "peers"
ONE_BY_ONE, IN_A_BATCH = 6, 50
# LibreOffice is to print in the typefaces that we print in, not in whatever it finds.
_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  {aliases}
</fontconfig>
"""
_ALIAS = """<match target="pattern"><test name="family"><string>{asked}</string></test>
  <edit name="family" mode="assign" binding="strong"><string>{given}</string></edit></match>"""
_GIVEN = {"仿宋_GB2312": "FandolFang R", "方正小标宋简体": "FandolSong", "黑体": "FandolHei"}


class Docxtpl:
    """docxtpl, in an environment of its own under var/, with our notice as its template."""

    def __init__(self, folder: Path, notice: bytes, values: Values) -> None:
        self._folder = folder
        self._template = folder / "template.docx"
        self._template.write_bytes(_with_blanks(notice, values))
        if not (VENV / "bin" / "python").exists():
            venv.create(VENV, with_pip=True)
        install = [VENV / "bin" / "python", "-m", "pip", "install", "--quiet", "--require-hashes"]
        subprocess.run([*install, "-r", HERE / "requirements.txt"], check=True)

    def fill(self, values: Sequence[Values], processes: int) -> Rate:
        """Fill the template for every notice, by one process or two at the same time."""
        shares = halves(values) if processes == 2 else [values]
        started = [self._start(f"filled{processes}{n}", one) for n, one in enumerate(shares)]
        spent = [tuple(map(float, one.communicate()[0].split())) for one in started]
        return Rate(len(values), max(clock for clock, _ in spent), sum(used for _, used in spent))

    def _start(self, name: str, values: Sequence[Values]) -> "subprocess.Popen[str]":
        folder = self._folder / name
        folder.mkdir()
        told = folder / "values.json"
        told.write_text(json.dumps(list(values)), encoding="utf-8")
        command = [VENV / "bin" / "python", HERE / "peer_docxtpl.py", self._template, told, folder]
        return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


class LibreOffice:
    """LibreOffice without a screen, turning our DOCX into PDF."""

    def __init__(self, folder: Path, notices: Sequence[bytes]) -> None:
        self._folder = folder
        for place, notice in enumerate(notices):
            (folder / f"{place}.docx").write_bytes(notice)
        aliases = "".join(_ALIAS.format(asked=a, given=g) for a, g in _GIVEN.items())
        fonts = _FONTS.format(fonts=font_folders()[-1], cache=folder / "cache", aliases=aliases)
        (folder / "fonts.conf").write_text(fonts, encoding="utf-8")
        self._environment = {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}
        for profile in range(2):
            # The first start of a profile only makes it.
            self._start(profile, [0]).wait()

    def one_by_one(self) -> Rate:
        """Convert some notices, each by a start of its own."""
        each = range(ONE_BY_ONE)
        return timed(ONE_BY_ONE, lambda: [self._start(0, [place]).wait() for place in each])

    def in_batches(self, processes: int) -> Rate:
        """Convert fifty notices by one start, or fifty each by two at the same time."""
        batches = [range(IN_A_BATCH), range(IN_A_BATCH, 2 * IN_A_BATCH)][:processes]

        def work() -> None:
            started = [self._start(profile, batch) for profile, batch in enumerate(batches)]
            for one in started:
                one.wait()

        rate = timed(IN_A_BATCH * processes, work)
        made = len(list((self._folder / "converted").glob("*.pdf")))
        if made < rate.papers:
            raise RuntimeError(f"LibreOffice made {made} of {rate.papers} files")
        return rate

    def _start(self, profile: int, places: Sequence[int]) -> "subprocess.Popen[bytes]":
        home = (self._folder / f"profile{profile}").as_uri()
        command = ["soffice", f"-env:UserInstallation={home}", "--headless", "--convert-to", "pdf"]
        command += ["--outdir", str(self._folder / "converted")]
        command += [str(self._folder / f"{place}.docx") for place in places]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        return subprocess.Popen(command, env=self._environment, **quiet)


def _with_blanks(notice: bytes, values: Mapping[str, str]) -> bytes:
    """Return a DOCX in which a named blank stands for each of some values."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(notice)) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.namelist():
            text = old.read(part).decode()
            for name, value in values.items():
                text = text.replace(value, "{{ " + name + " }}")
            new.writestr(part, text)
    return made.getvalue()
