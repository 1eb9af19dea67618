"""What is published, and how sure the portal is of it, in numbers."""

from __future__ import annotations

from collections import Counter
from typing import Any

from lsbuild.kinds import all_kinds
from lsbuild.kinds._scales import HowMeasured, Read, WhoSays
from lsbuild.kinds.case_study import CaseStudy
from lsbuild.kinds.role_guide import RoleGuide
from lsbuild.relations.claims import claims_of, count_by
from lsbuild.relations.portal import Portal

VERSION = 1


def stats(portal: Portal) -> dict[str, Any]:
    """Counts by kind, by depth and by the three scales; our own words stand apart."""
    library = portal.library
    told = list(claims_of(library))
    sourced = [one for one in told if not one.is_ours]
    kinds = {kind.kind: len(library.public(kind.kind)) for kind in all_kinds()}
    return {
        "version": VERSION,
        "published": {kind: number for kind, number in kinds.items() if number},
        "actions": sum(
            len(entry.data.actions)
            for entry in library.public("role-guide")
            if isinstance(entry.data, RoleGuide)
        ),
        "depth": dict(
            Counter(
                str(entry.data.depth.value)
                for entry in library.public("case-study")
                if isinstance(entry.data, CaseStudy)
            )
        ),
        "claims": {
            "sourced": len(sourced),
            "our_suggestions": sum(one.who_says is WhoSays.OURS for one in told),
            "our_readings": sum(one.who_says is WhoSays.READING for one in told),
            "without_source": sum(not one.sources for one in sourced),
            "single_source": sum(len(one.sources) == 1 for one in sourced),
            "by_who_says": count_by(sourced, WhoSays, "who_says"),
            "by_what_we_read": count_by(sourced, Read, "read"),
            "by_how_measured": count_by(
                [one for one in sourced if one.how_measured], HowMeasured, "how_measured"
            ),
        },
    }


def as_lines(counted: dict[str, Any], indent: str = "") -> str:
    """The same numbers as lines a person reads."""
    lines = []
    for name, value in counted.items():
        if isinstance(value, dict):
            lines += [f"{indent}{name.replace('_', ' ')}", as_lines(value, indent + "  ")]
        elif name != "version":
            lines.append(f"{indent}{name.replace('_', ' ')}: {value:,}")
    return "\n".join(lines)
