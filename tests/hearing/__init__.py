"""What people say in their own words."""
