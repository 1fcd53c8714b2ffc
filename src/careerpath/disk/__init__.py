"""Files on a disk: what stands where, what becomes of it when the power fails, and writing whole ones only."""
