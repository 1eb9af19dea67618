"""What changes the authors' files, or asks about them: new, intake, rename, withdraw, due."""

from __future__ import annotations


class EditingError(Exception):
    """What was asked for cannot be done, and nothing was written; the message says why."""
