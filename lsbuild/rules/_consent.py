"""What somebody agreed to, as an entry says it."""

from __future__ import annotations

from lsbuild.kinds._scales import ConsentScope
from lsbuild.library.library import AnyEntry


def has_consent(entry: AnyEntry, scope: ConsentScope) -> bool:
    """Whether the entry names a consent of this scope; its day is another rule's matter."""
    return any(scope in one.scope for one in entry.data.consents)
