"""What meters measured: files while they are looked at, and the two days that are kept."""
