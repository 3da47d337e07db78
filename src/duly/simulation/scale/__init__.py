"""A court of up to a million synthetic matters, to measure Duly by.

Some twenty prototypes are walked through the door, step by step, like every matter of the demo
court. Their rows are then multiplied inside the database, which alone is quick enough: through
the door a million matters would take weeks. Each copy has people of its own (names, valid ID
numbers and credit codes, sealed, with their blind indexes), its own case numbers without gaps,
its days moved by whole weeks, and one entry in the journal's chain.

What a copy does not carry: the text and the files of its papers (tens of gigabytes that no list,
search or round reads; the row says so), the findings kept with each step, and an entry in the
journal for each step: the one entry stands for all of them.
"""
