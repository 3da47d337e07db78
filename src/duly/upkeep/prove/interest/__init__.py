"""`duly prove interest`: the doubled part against a second implementation, day by day."""
