"""The conversation of the project team about sessions: planning, inviting, grouping, and what came out."""
