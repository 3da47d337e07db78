"""留痕: an append-only, chained record of every act."""
