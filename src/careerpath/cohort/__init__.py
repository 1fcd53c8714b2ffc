"""Many people at once: a table of people in, a table of results out. `scorer` knows no engine; `local` and `spark` do."""
