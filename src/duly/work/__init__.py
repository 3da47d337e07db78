"""Jobs, the worker that does them, and the nightly round."""
