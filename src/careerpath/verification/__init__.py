"""Saved results, held against what follows from the answers inside them."""
