"""Telling channels and people what happened, by ourselves: once, in time, and never to whoever may not see it."""
