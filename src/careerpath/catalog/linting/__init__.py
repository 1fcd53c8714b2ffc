"""What is sound in a catalogue and may still be wrong with it: each finding to be mended, or explained in `lint.yaml`."""
