"""BLAKE2b without the rest of hashlib: that loads OpenSSL, which takes longer than all that start-up has to hash."""

try:
    from _blake2 import blake2b
except ImportError:  # a Python that has it elsewhere
    from hashlib import blake2b

__all__ = ["blake2b"]
