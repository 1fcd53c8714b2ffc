"""What a person reads in the terminal: each view is a rich renderable made from the values that JSON is made from."""
