"""批次: one step for many matters at once, each an act of its own through procedure's door."""
