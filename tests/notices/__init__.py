"""Notices: planned in a transaction, told once, never at night."""
