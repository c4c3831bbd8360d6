"""Quarter-hours of a meter: read from whatever file a company was given, asked about where the file does not say."""
