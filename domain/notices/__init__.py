"""Notices: what happened, told once, in time, to who follows it."""
