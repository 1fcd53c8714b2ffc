"""The command line: Typer wiring, a small file for each command."""
