"""The gates of `make lint` that the Swift formatter does not have; one module per kind, run by ../lint.py."""
