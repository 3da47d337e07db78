"""What layers above may follow: every step that was taken, in its own transaction."""

from django.dispatch import Signal

step_taken = Signal()
"""Sent once a step is done, with `act`: what a receiver writes is committed or undone with it."""
