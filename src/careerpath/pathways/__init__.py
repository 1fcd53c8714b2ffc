"""From where somebody stands to where they want to be: what carries over, what to learn, and how long it takes."""
