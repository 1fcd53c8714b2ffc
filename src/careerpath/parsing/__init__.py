"""YAML and JSON text into values, with the line and column of everything, under limits that no hostile input passes."""
