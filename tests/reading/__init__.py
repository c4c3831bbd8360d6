"""What people type is read in a straight line: no pattern goes back and forth, no text is longer than it may be."""
