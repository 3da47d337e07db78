"""What comes out of a batch: one file to print, all papers in an archive, and their hashes."""

from duly.batch.output.writing import ARCHIVE, MANIFEST, PRINT, Written, folder_of, write

__all__ = ["ARCHIVE", "MANIFEST", "PRINT", "Written", "folder_of", "write"]
