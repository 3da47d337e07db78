"""What the steps of the fine, the detention and the referral change, by noun."""
