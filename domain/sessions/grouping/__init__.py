"""Groups in which nobody is forgotten: alike on the issue, mixed on the part people play, the same again next time."""
