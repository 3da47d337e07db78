"""Signs one paper many times by pyHanko, in an environment of its own: the peer of seals.py.

var/pyhanko/bin/python benchmarks/peer_pyhanko.py SEAL_FOLDER PAPER N
"""

import io
import sys
import time
from importlib.metadata import version
from pathlib import Path

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner, sign_pdf


def main() -> None:
    """Print milliseconds of processor time a paper, its key loaded once."""
    folder, paper = Path(sys.argv[1]), Path(sys.argv[2]).read_bytes()
    papers = int(sys.argv[3])
    signer = SimpleSigner.load(str(folder / "key.pem"), str(folder / "certificate.pem"))
    told = PdfSignatureMetadata(
        field_name="seal",
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
    )
    before = time.process_time()
    for _ in range(papers):
        sign_pdf(IncrementalPdfFileWriter(io.BytesIO(paper)), told, signer=signer)
    spent = 1000 * (time.process_time() - before) / papers
    print(f"{'pyHanko ' + version('pyhanko'):<18}{spent:.2f} ms a paper")


if __name__ == "__main__":
    main()
