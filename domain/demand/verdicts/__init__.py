"""What is concluded of an outlook: whether it fits, how sure that is, what decides it, and what else helps."""
