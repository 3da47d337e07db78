"""Pages for court staff and mediators."""
