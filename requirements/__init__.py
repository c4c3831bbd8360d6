"""What is pinned, and what is known about it."""
