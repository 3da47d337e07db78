"""Runs a command and says what it used: a process of its own, for what a process has used by
then counts for those that it starts.

    .venv/bin/python benchmarks/used.py COMMAND …
"""

import resource
import subprocess
import sys
import time


def main() -> int:
    """Run the command; print its seconds and the peak memory of its largest process."""
    began = time.perf_counter()
    status = subprocess.run(sys.argv[1:], check=False).returncode
    clock = time.perf_counter() - began
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = used.ru_utime + used.ru_stime
    print(
        f"{clock:9.1f} s by the clock, {processor:.1f} s of processor time,"
        f" the largest process {used.ru_maxrss // 1024} MiB",
        flush=True,
    )
    return status


if __name__ == "__main__":
    raise SystemExit(main())
