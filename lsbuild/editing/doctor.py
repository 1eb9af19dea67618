"""`lsbuild doctor`: what a repository needs, and what of it can be seen from here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from lsbuild.kinds._questions import suggested_kinds
from lsbuild.relations.portal import Portal
from lsbuild.settings import Settings
from lsbuild.text import yaml12
from lsbuild.text.messages import languages
from lsbuild.text.yaml12 import YamlProblem
from lsbuild.views._forms import form_name, issue_form


class State(StrEnum):
    """What is known of one thing."""

    WELL = "ok"
    TO_DO = "to do"
    UNSEEN = "by hand"
    """Nothing in the files shows it; only the settings on GitHub do."""


class Advice(NamedTuple):
    """One thing a repository needs."""

    state: State
    says: str
    how: str = ""


def examine_repository(portal: Portal) -> list[Advice]:
    """Everything, what is to be done first."""
    found = [*_settings(portal.settings), *_files(portal), *_workflows(portal.settings.root)]
    found += _by_hand(portal.settings)
    order = [State.TO_DO, State.UNSEEN, State.WELL]
    return sorted(found, key=lambda one: order.index(one.state))


def as_lines(found: list[Advice]) -> str:
    """One line each, and below it how to do what is left."""
    lines = []
    for one in found:
        lines.append(f"[{one.state:^7}] {one.says}")
        if one.how and one.state is not State.WELL:
            lines.append(f"          {one.how}")
    return "\n".join(lines) + "\n"


def _seen(well: bool, says: str, how: str) -> Advice:
    return Advice(State.WELL if well else State.TO_DO, says, how)


def _settings(settings: Settings) -> Iterator[Advice]:
    how = "write it in mkdocs.yml"
    url = settings.site_url
    yield _seen(url.startswith("https://"), "mkdocs.yml knows the public address (site_url)", how)
    yield _seen(bool(settings.edit_uri), "each page leads to its source (edit_uri)", how)
    yield _seen(bool(settings.issues), "mistakes can be reported (issues)", how)
    contact = "an address for people without an account (contact); letters and reports go there"
    yield _seen(bool(settings.contact), contact, how)


def _files(portal: Portal) -> Iterator[Advice]:
    root = portal.settings.root
    for name, why in (
        ("LICENSE", "others may know what they may do"),
        (".gitignore", "what is built stays out of the repository"),
        (".github/dependabot.yml", "releases that mend faults are proposed by themselves"),
        (".github/pull_request_template.md", "proposals come with what a reviewer asks for"),
    ):
        yield _seen((root / name).is_file(), f"{name}: {why}", f"add {name}")
    owners = [root / place / "CODEOWNERS" for place in ("", ".github", "docs")]
    yield _seen(
        any(path.is_file() for path in owners),
        "CODEOWNERS names who must agree to changes outside content/",
        "write .github/CODEOWNERS with the lines `* @you/keepers` and `/content/ @you/editors`",
    )
    yield _seen(
        all(_is_current(root, portal, *form) for form in _forms()),
        "the issue forms are what the fields of the kinds ask for",
        "run `lsbuild forms`",
    )


def _forms() -> list[tuple[str, Callable[[Portal], str]]]:
    return [
        (
            form_name(kind, one),
            lambda portal, kind=kind, one=one: issue_form(kind, portal, one),  # type: ignore[misc]
        )
        for kind in suggested_kinds()
        for one in languages()
    ]


def _is_current(root: Path, portal: Portal, name: str, write: Callable[[Portal], str]) -> bool:
    path = root / ".github" / "ISSUE_TEMPLATE" / f"{name}.yml"
    return path.is_file() and path.read_text(encoding="utf-8") == write(portal)


def _workflows(root: Path) -> Iterator[Advice]:
    texts = {path.name: path.read_text("utf-8") for path in _workflow_files(root)}
    yield _seen(
        any("actions/deploy-pages@" in text for text in texts.values()),
        "a workflow publishes the portal",
        "add a workflow that builds and deploys, such as .github/workflows/pages.yml",
    )
    loose = [name for name, text in texts.items() if _unpinned(text)]
    yield _seen(
        not loose,
        "every action is pinned to the hash of a commit",
        f"pin the actions of {', '.join(loose)}",
    )
    wide = [name for name, text in texts.items() if _rights(text) != {}]
    yield _seen(
        not wide,
        "workflows have no rights but those each job names",
        f"write `permissions: {{}}` at the top of {', '.join(wide)}",
    )


def _workflow_files(root: Path) -> list[Path]:
    folder = root / ".github" / "workflows"
    return sorted([*folder.glob("*.yml"), *folder.glob("*.yaml")])


def _unpinned(text: str) -> bool:
    used = re.findall(r"^\s*(?:-\s+)?uses:\s*(\S+)", text, re.MULTILINE)
    return any(not re.search(r"@[0-9a-f]{40}$", one) for one in used if not one.startswith("./"))


def _rights(text: str) -> object:
    try:
        data = yaml12.load(text)
    except YamlProblem:
        return None
    return data.get("permissions") if isinstance(data, dict) else None


_ON_GITHUB = (
    ("Pages is built by GitHub Actions", "Settings > Pages > Source: GitHub Actions"),
    (
        "only main can be published",
        "Settings > Environments > github-pages > Deployment branches: main",
    ),
    (
        "workflows of strangers wait for a keeper",
        "Settings > Actions > General: require approval for all external contributors",
    ),
    (
        "the token of workflows may only read",
        "Settings > Actions > General > Workflow permissions: read; and no pull requests created "
        "or approved by Actions",
    ),
    (
        "only actions of GitHub itself run",
        "Settings > Actions > General: allow actions created by GitHub only, and require them to "
        "be pinned to a full commit",
    ),
    (
        "secrets that slip in are stopped",
        "Settings > Advanced Security: secret scanning with push protection",
    ),
    (
        "a danger can be told in private",
        "Settings > Advanced Security: private vulnerability reporting",
    ),
    ("the labels `suggestion` and `care` are there", "Issues > Labels > New label"),
    (
        "at least two people can do everything here",
        "Settings > Collaborators: two admins who share no password, each with a second factor",
    ),
)


def _by_hand(settings: Settings) -> Iterator[Advice]:
    checks = ", ".join(f"`{name}`" for name in _checks(settings.root)) or "the checks you have"
    rule = (
        "main changes only by proposals that one other person has read",
        "Settings > Rules > New ruleset for main: require a pull request, 1 approval, review from "
        f"code owners, and the status checks {checks}; block force pushes",
    )
    for says, how in (rule, *_ON_GITHUB, *_domain(settings), *_editor(settings)):
        yield Advice(State.UNSEEN, says, how)


def _domain(settings: Settings) -> Iterator[tuple[str, str]]:
    if settings.site_url and ".github.io/" not in settings.site_url + "/":
        yield (
            "the domain is proved to be yours, so that nobody can take it over",
            "Organisation > Settings > Pages > Verified domains; then enforce HTTPS",
        )


def _editor(settings: Settings) -> Iterator[tuple[str, str]]:
    if settings.editor.own_domain:
        yield (
            "editors sign in with tokens that can do little",
            "Organisation > Settings > Personal access tokens: allow fine-grained tokens, with "
            "approval and at most 90 days; the handbook page /handbook/editor/ says which rights",
        )


def _checks(root: Path) -> Iterator[str]:
    """The names of the jobs that judge a proposal, as the rule for main asks for them."""
    for path in _workflow_files(root):
        try:
            data = yaml12.load(path.read_text(encoding="utf-8"))
        except YamlProblem:
            continue
        if isinstance(data, dict) and "pull_request" in (data.get("on") or ()):
            for id_, job in (data.get("jobs") or {}).items():
                yield str(job.get("name", id_) if isinstance(job, dict) else id_)
