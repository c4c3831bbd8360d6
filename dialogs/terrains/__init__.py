"""The conversation of the project team about terrains: where they stand, what is late and what to do next."""
