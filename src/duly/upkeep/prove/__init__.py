"""Proofs: one command each, reproducible from a seed, on the law alone (no database)."""
