"""A synthetic court: its staff, its matters and everything done in them, by public actions only.

Nobody in it exists: ID numbers and credit codes carry the area 440199, which is given to nobody.
"""
