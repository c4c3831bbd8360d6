"""After a backup was put back: what people took back since is taken back once more."""
