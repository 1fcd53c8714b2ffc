"""How good the advice is, measured on simulated people: one module a chapter, all of them listed in `chapters`.

A chapter has a `measure_` function, which returns its figures as plain values, and a `tell_` function, which turns them
into text and tables. Every random number comes from a stated seed, so that a second run gives the same bytes.
"""
