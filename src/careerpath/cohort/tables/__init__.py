"""Tables of people in files: CSV, JSON Lines and Parquet, read block by block, and written."""
