"""The tests. Their names, read in order, are the specification."""
