"""Asking a person: in a terminal with a list and keys, or line by line. Import the module that you need.

Only `terminal` loads questionary and prompt_toolkit.
"""
