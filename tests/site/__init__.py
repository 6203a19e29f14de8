"""What the built pages hold, read without a browser."""
