"""Catalogue files in, a checked catalogue out. `load.load_catalog` is the way in."""
