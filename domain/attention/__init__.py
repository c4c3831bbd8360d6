"""What is due or worth doing, and for whom: rules without a clock."""
