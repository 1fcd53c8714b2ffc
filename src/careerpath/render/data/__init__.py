"""What careerpath says to scripts: frozen values that become JSON, and from which schemas can be made."""
