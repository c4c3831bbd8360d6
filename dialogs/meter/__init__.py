"""What the meter of a company tells: a file that it sends, looked at together before anything is kept."""
