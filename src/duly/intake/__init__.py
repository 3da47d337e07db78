"""Taking in matters that another system holds: a file is previewed, then registered as a whole."""
