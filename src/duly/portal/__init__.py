"""What debtors, creditors and the public see (当事人门户): pages that read published views alone.

A page is drawn from a plain object of `duly.portal.view`; only `duly.portal.query` reads the
court's record. So the portal can also stand alone, with views that a ferry brought.
"""
