"""The step plan of the approach: its steps, routes and outcomes as data, and how far one terrain is in it."""
