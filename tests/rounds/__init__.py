"""What the bot says by itself: reminders, follow-ups, mornings and weeks."""
