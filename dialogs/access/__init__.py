"""Who may do what: giving roles, showing them, and linking Teams teams to the project team."""
