"""Mail: which addresses it may go to, and why one takes none."""
