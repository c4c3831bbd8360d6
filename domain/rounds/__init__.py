"""What the bot says by itself, and when: rules without a clock."""
