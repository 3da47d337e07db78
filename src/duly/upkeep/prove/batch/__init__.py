"""Proof that a batch loses no act and doubles none, killed at any instant."""
