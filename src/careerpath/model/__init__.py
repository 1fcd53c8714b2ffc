"""Frozen values that every other part of careerpath speaks in. No terminal, no file, no clock, no network."""
