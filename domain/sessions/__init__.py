"""Sessions with the companies of a terrain: their formats, plans to the minute, and the groups in which people talk."""
