"""Checks of the sources. Each module has `problems(root) -> list[str]`, a line per problem: file, reason, remedy."""
