"""Whom a session needs beside the words of its invitation: partners as themselves, and who waits for a place."""
