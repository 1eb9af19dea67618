from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds.case_study import CaseStudy
from lsbuild.kinds.role_guide import RoleGuide
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity
from lsbuild.text.words import count, listed


class ActionWithoutCase(Rule):
    """A role guide names actions that no case shows.

    Readers of the guide see “No case in our collection shows this yet.” there, which is honest.
    For editors the list says which cases to look for next. Where a case already shows the
    action, name it in the case's `actions`.
    """

    code = "LS207"
    name = "action-without-case"
    severity = Severity.ADVICE

    bad = """
    --- roles/teams.md
    title: Teams   # <- LS207
    """

    good = """
    --- roles/teams.md
    title: Teams
    --- case-studies/meetings.md
    title: Review meetings
    actions: [teams#learning-in-teams]
    """

    def check_portal(self, portal: Portal) -> Iterator[Diagnostic]:
        # What could not be read may well be the case that seems to be missing.
        if portal.library.unread:
            return
        # Other guides and links name actions too, and show none.
        shown = {
            action
            for case in portal.library.public("case-study")
            if isinstance(case.data, CaseStudy)
            for action in case.data.actions
        }
        for guide in portal.library.public("role-guide"):
            if not isinstance(guide.data, RoleGuide):
                continue
            ids = [one.id for one in guide.data.actions]
            missing = [id_ for id_ in ids if f"{guide.ref.slug}#{id_}" not in shown]
            if missing:
                are = "is" if len(missing) == 1 else "are"
                total = len(ids)
                yield self.at(
                    guide,
                    "title",
                    says=f"{count(len(missing), 'action')} of {total} {are} shown "
                    f"by no case: {listed(missing, 'and')}",
                    hint="look for cases that show them, and name them in the case's `actions`",
                )
