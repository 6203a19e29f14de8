"""New dated entries with blanks, written into the value files as text, so that comments and order stay as they are."""
