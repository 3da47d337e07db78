"""Proof that the outbox loses nothing and repeats nothing in doubt, killed at any instant."""
