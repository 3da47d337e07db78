"""Fills a DOCX template by docxtpl, in an environment of its own: the peer of notices.py.

    var/peers/bin/python benchmarks/peer_docxtpl.py TEMPLATE VALUES FOLDER

Prints the seconds by the clock and of processor time, without the start of Python.
"""

import json
import sys
import time
from pathlib import Path

from docxtpl import DocxTemplate


def main() -> None:
    """Fill one DOCX for each row of values."""
    template, values, folder = map(Path, sys.argv[1:])
    rows = json.loads(values.read_text(encoding="utf-8"))
    clock, processor = time.perf_counter(), time.process_time()
    for place, row in enumerate(rows):
        filled = DocxTemplate(template)
        filled.render(row)
        filled.save(folder / f"{place}.docx")
    print(time.perf_counter() - clock, time.process_time() - processor)


if __name__ == "__main__":
    main()
