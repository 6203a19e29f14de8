"""What maintainers and CI run. Each module has --help: `.venv/bin/python -m scripts.NAME --help`."""
