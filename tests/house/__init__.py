"""How the house is built: folders, files, names and imports, read from the source alone."""
