"""Hashes without the rest of hashlib: that loads OpenSSL, which takes longer than all that start-up has to hash.

Python has both built in, in modules of their own. For much text, OpenSSL's SHA-256 is the quicker one.
"""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import blake2b, sha256
else:
    try:
        from _blake2 import blake2b

        if sys.version_info >= (3, 12):
            from _sha2 import sha256
        else:
            from _sha256 import sha256
    except ImportError:  # a Python that has them elsewhere
        from hashlib import blake2b, sha256

__all__ = ["blake2b", "sha256"]
