"""The Teams app package, built from the same declarations as the bot."""
