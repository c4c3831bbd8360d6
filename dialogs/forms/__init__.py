"""Filling in forms: their cards, what may be kept of them, by whom, and what was filled in."""
