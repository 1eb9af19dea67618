"""Looks at a built folder as a stranger would: nothing here knows how a page was made.

It reads only what would be published, and compares it with what a portal may hold at all. So it
also judges a folder that came from elsewhere, and it tells when a theme has changed its habits.
"""

from lsbuild.verify._problem import Problem
from lsbuild.verify._verify import Verified, verify

__all__ = ["Problem", "Verified", "verify"]
