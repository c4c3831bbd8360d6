"""Files as people send them: what is safe to open, in which encoding, and the cells of workbooks."""
