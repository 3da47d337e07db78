"""罚款、拘留: what the fine and the detention have in common, as nouns that both tables use.

One act, one sanction of a kind. Fine and detention may be applied alone or together
(民诉法解释 183), and neither may be applied again for the same act (184): so an act that
was fined may be detained for, and the other way round, only where both are decided on
the same day. A later decision on the same act is refused, whatever its kind; a new act is
found by the judge as an act of its own. An act keeps its sanction even where the decision
was revoked on reconsideration: the revocation ends the matter of that act.
"""
