"""What answers mean: a company's own outlook, and what may be shown of a terrain."""
