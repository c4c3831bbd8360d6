"""Everything that is kept of somebody, shown to that person: in short, in full, and as a file."""
