"""文书: the court's templates, filled from the record, drawn, printed and frozen.

Knows no procedure: blanks come in with their sources.
"""
