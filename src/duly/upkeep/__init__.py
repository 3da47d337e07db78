"""Upkeep: proofs that the rules hold over histories nobody thought of."""
