"""What comes out of a batch: one file to print, all papers in an archive, and their hashes."""

from duly.batch.output.writing import Written, write

__all__ = ["Written", "write"]
