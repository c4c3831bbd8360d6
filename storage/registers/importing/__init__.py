"""Taking over a register from a file: read it, show what would change, and only then store it, all or nothing."""
