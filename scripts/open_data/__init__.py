"""The values as files for others: JSON and CSV, with their schema and licence, the same bytes from the same commit."""

from __future__ import annotations

from scripts.open_data.files import FOLDER, files

__all__ = ["FOLDER", "files"]
