"""Answers files: read and checked with the place of every fault, and a template to fill in."""
