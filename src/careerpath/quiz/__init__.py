"""The questionnaire: what is asked, in which order, and what an answer may be. It knows no terminal and no file."""
