"""The outbox: claim, hand over, settle. Nothing is lost; nothing in doubt is repeated unasked.

A message is claimed and its handover written down before the supplier is called; what the
supplier answered is settled in a second transaction. A worker that dies between the two leaves a
handover that runs: its lease ends, and the supplier's declaration decides whether the message
may be handed over again.
"""
