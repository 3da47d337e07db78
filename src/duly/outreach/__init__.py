"""Makes contact and service (送达) happen: errands, a ladder of channels, the outbox, suppliers.

It changes a running matter through `duly.procedure` alone, in the post room's name.
"""
