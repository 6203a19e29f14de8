"""Pages of the law, made from docs/law: each article in our own plain words, with who uses it."""
