"""What the project team writes down about a terrain and its companies, and how it prepares a talk."""
