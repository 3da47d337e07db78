"""`duly prove procedure`: random histories over the step tables, and invariants after each event.

An in-memory model of a matter builds each mechanism's facts itself and takes whatever the
tables, the posts and the rules allow. The invariants are written without the rules.
"""
