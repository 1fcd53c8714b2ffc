"""What careerpath has to say, made ready: Rich renderables for a terminal, values for JSON. Prints nothing itself."""
