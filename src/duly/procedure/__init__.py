"""程序: the only door that changes a running matter."""
