"""careerpath: a career-path advisor for the terminal."""

__version__ = "0.1.0"
