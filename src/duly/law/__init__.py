"""The law as data and pure functions: no framework, no database, no clock."""
