"""The conversation of the project team about terrains: how far they are, what is late and what to do next."""
