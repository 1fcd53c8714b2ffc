"""Many people at once: a table of people in, a table of results out.

`scorer` turns batches into batches and knows no engine; `local` and `spark` are its hosts.
"""
