"""What the approach knows: items with a source, an audience and an end."""
