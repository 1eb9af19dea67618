"""A build that is killed leaves a whole site, and the next build is as ever."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.portals import ENVIRONMENT, Portal, contents, copy_golden, differences

pytestmark = pytest.mark.slow
MOMENTS = {
    "before rendering": ".site.new",
    "while rendering": ".site.new/404.html",
    "after rendering": ".site.new/sitemap.xml",
    "before the swap": ".site.new/data/manifest.json",
}


def edited(portal: Portal) -> Portal:
    portal.edit("pages/about.md", "The tests keep it.", "The tests keep it very well.")
    return portal


@pytest.fixture(scope="module")
def clean(tmp_path_factory):
    """What a build from nothing gives."""
    portal = edited(copy_golden(tmp_path_factory.mktemp("clean")))
    assert portal.build().returncode == 0
    return contents(portal.site)


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_build_is_recovered_from(built, clean, moment):
    """The site is the old or the new one; then the next build gives the bytes of a clean one."""
    before = contents(built.site)
    kill_when_there(edited(built), MOMENTS[moment])
    left = contents(built.site)
    done = built.build()

    assert done.returncode == 0, done.stderr
    assert differences(clean, contents(built.site)) == []
    assert not differences(before, left) or not differences(clean, left)
    assert [path.name for path in built.root.glob(".site.*")] == []


def kill_when_there(portal: Portal, path: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "lsbuild", "--config", str(portal.config), "build", "--quiet"],
        env=ENVIRONMENT,
        start_new_session=True,
    )
    while process.poll() is None and not (portal.root / path).exists():
        time.sleep(0.001)
    assert process.poll() is None, "it was over before it could be killed"
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
