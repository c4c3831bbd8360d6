"""Registers in the conversation: imported contacts, and imports by an administrator."""
