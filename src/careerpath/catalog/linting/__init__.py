"""What may be wrong with a sound catalogue: each finding is to be mended, or explained in `lint.yaml`."""
