"""Pages as people use them, in a real Chromium: nothing here is skipped when a browser is missing, it fails."""
