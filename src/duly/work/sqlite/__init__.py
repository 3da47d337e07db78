"""Django's database of one file, with turns for those who write."""
