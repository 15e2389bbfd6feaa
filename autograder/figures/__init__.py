"""What a matplotlib figure shows."""
