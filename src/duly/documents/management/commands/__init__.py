"""Django's own commands of the papers."""
