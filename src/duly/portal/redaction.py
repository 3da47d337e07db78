"""Keeps tokens out of what the program writes to its log."""

import logging
import re

_LINK = re.compile(r"(/l/)[A-Za-z0-9_-]{20,}")


class WithoutTokens(logging.Filter):
    """Blacks out the token of a link in every line, wherever it stands in it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Write the line with its tokens blacked out."""
        said = record.getMessage()
        hidden = _LINK.sub(r"\1…", said)
        if hidden != said:
            record.msg, record.args = hidden, None
        return True
