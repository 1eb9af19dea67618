"""Slips in `mkdocs.yml` are named as what they are: the author's, with the way to mend them."""

import pytest

from lsbuild.config_file import check_for_build
from lsbuild.settings import SettingsError, read_settings


@pytest.fixture
def read(tmp_path):
    def settings(text: str):
        (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
        return read_settings(tmp_path / "mkdocs.yml")

    return settings


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("plugins: [{lsbuild: {content: x}}]", "Write `docs_dir: content` at the left edge"),
        ("content: x", "Write `docs_dir: content` at the left edge"),
        ("plugins: [{lsbuild: {theme: x}}]", "below it `custom_dir: theme` at the left edge"),
        ("plugins: [{lsbuild: {site_name: x}}]", "Write `site_name: …` at the left edge"),
        ("plugins: [{lsbuild: {root: x}}]", "A portal's folder is that of this file"),
        ("docs_dir: 5", "`docs_dir` is the name of a folder, such as `content`"),
        ("site_dir: [a]", "`site_dir` is the name of a folder, such as `site`"),
        ("theme: {custom_dir: 5}", "`custom_dir` is the name of a folder, such as `theme`"),
        ("plugins: [{lsbuild: true}]", "one setting a line"),
        ("plugins: [{lsbuild: [strict]}]", "one setting a line"),
        ("plugins: {lsbuild: true}", "one setting a line"),
        ("plugins: lsbuild", "one setting a line"),
        ("plugins: [{lsbuild: {strikt: true}}]", "`strikt`"),
        ("theme: {logo: a.png}", "does nothing here. Take it out: the picture is `theme/assets/m"),
        ("theme: {favicon: a.png}", "`theme/assets/mark.svg`"),
        ("theme: {custom_dir: look, palette: {primary: red}}", "in `look/assets/lsbuild.css`"),
        ("theme: {font: {text: Roboto}}", "`theme/assets/lsbuild.css`"),
        ("theme: {language: fr}", "write `language` below `- lsbuild:`"),
        ("theme: {features: [toc.follow]}", "`theme.features` does nothing here"),
        ("copyright: Us", "write `footer` and `licence` below `- lsbuild:`"),
        ("strict: perhaps", "`strict`"),
    ],
)
def test_a_slip_is_named_with_the_way_to_mend_it(read, text, says):
    """What cannot be meant is refused in words about the file, whatever stands in it."""
    with pytest.raises(SettingsError, match=r"mkdocs\.yml: ") as refused:
        read(text)

    assert says in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "plugins: [{lsbuild: {strict: true}}]",
        "plugins: {lsbuild: {strict: true}}",
        "plugins: {search: {}, lsbuild: {strict: true}}",
        "strict: true",
        "strict: true\nplugins: [{lsbuild: {strict: false}}]",
    ],
)
def test_a_portal_is_strict_wherever_it_says_so(read, text):
    """mkdocs takes a list or a mapping of plugins and has a `strict` of its own; so have we."""
    assert read(text).strict


@pytest.mark.parametrize("text", ["", "plugins:", "plugins: [lsbuild]", "plugins: {lsbuild: }"])
def test_what_says_nothing_changes_nothing(read, text):
    """Every setting may be left out."""
    assert (read(text).strict, read(text).language) == (False, "en")


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("français", "no language has the code `français`"),
        ("xx", "no language has the code `xx`"),
        ("FR", "no language has the code `FR`; did you mean `fr`?"),
        ("fr-BJ", "no language has the code `fr-BJ`"),
        ('""', "no language has the code ``"),
    ],
)
def test_the_first_language_is_one(read, language, says):
    """What would name no file of any page is refused, as in the name of a file."""
    with pytest.raises(SettingsError) as refused:
        read(f"plugins: [{{lsbuild: {{language: {language}}}}}]")

    assert says in str(refused.value)
    assert read("plugins: [{lsbuild: {language: fr}}]").language == "fr"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("custom_dir: ../../theme", "custom_dir: elsewhere"),
        ("  custom_dir: ../../theme\n", ""),
        ("theme:\n  name: material\n  custom_dir: ../../theme\n  font: false\n", ""),
        ("name: material", "name: mkdocs"),
        ("docs_dir: content\n", ""),
    ],
)
def test_what_pages_are_made_from_is_asked_for_first(golden_copy, old, new):
    """Without templates nothing is built: what to copy and to write is said at once."""
    golden_copy.set(old, new)
    done = golden_copy.build()

    assert done.returncode == 2
    assert "Copy its folder `theme` to" in done.stderr and "  custom_dir: theme\n" in done.stderr
    assert "handbook/own/" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["assets/leak.txt", "assets/.leak.css", "partials/more"])
def test_no_link_below_the_theme_is_followed(golden_copy, name):
    """What lies elsewhere on a machine is neither published nor shown, file or folder."""
    elsewhere = golden_copy.root / "secret"
    elsewhere.mkdir()
    (golden_copy.theme / name).symlink_to(elsewhere)
    done = golden_copy.build()

    assert done.returncode == 2 and not golden_copy.site.exists()
    assert f"theme/{name} is a link to another place" in done.stderr


def test_a_link_that_leads_nowhere_hinders_nobody(golden_copy):
    """Emacs makes one beside each file that it edits."""
    (golden_copy.theme / ".#base.html").symlink_to("somebody@here.1")

    assert check_for_build(golden_copy.config) == golden_copy.theme.resolve()


def test_who_has_no_portal_yet_is_shown_the_way(tmp_path):
    """A folder without settings leads to the page about beginning."""
    with pytest.raises(SettingsError, match="handbook/own/"):
        read_settings(tmp_path / "mkdocs.yml")
