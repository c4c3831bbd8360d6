"""Questions of the team about the companies of a terrain."""
