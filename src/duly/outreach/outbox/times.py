"""How long the outbox waits for what."""

from datetime import timedelta

# After each attempt for which no supplier could be reached; the last wait repeats.
BACKOFF = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240))
# A message that nobody took in this time is a person's; so is one that has no receipt.
GIVE_UP = timedelta(hours=72)
RECEIPT_WAIT = timedelta(hours=72)
# How long a worker may hold a message: longer than any adapter waits for its supplier.
LEASE = timedelta(minutes=5)
# A turn of the worker claims nothing more after this long: its other work waits.
TURN = timedelta(seconds=30)


def backoff(attempts: int) -> timedelta:
    """Return how long to wait after so many attempts."""
    return BACKOFF[min(attempts, len(BACKOFF)) - 1]
