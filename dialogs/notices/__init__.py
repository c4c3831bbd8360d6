"""Telling channels and people what happened, by ourselves: once, in time, and never to who may not see it."""
