"""Tests of the step plan and of what the team does with terrains."""
