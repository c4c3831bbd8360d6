"""Notices: what happened, told once, in time, to whoever follows it."""
