"""The step plan of the approach: its steps, routes and outcomes as data, and where one terrain stands in it."""
