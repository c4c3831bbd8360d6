"""What the program stands for days: killed again and again, two at one round, and a whole year of a terrain."""
