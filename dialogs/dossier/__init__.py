"""The conversation of the project team about what it wrote down: notes, actions, parties, risks, and talks with companies."""
