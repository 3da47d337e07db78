"""Django's own commands of the desk."""
