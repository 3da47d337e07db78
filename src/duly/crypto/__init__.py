"""Digests, encryption, blind indexes and signatures behind one replaceable provider."""
