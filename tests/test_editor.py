"""The web editor: a form for every field, from a program that we know byte by byte."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from lsbuild.kinds import all_kinds, kind_named
from lsbuild.kinds._schema import schema_of
from lsbuild.output import editor
from lsbuild.pipeline import gather
from lsbuild.settings import Editor, SettingsError, read_settings
from lsbuild.text import yaml12
from lsbuild.text.front_matter import split
from lsbuild.verify._trusted import EDITOR_POLICY, EDITOR_SCRIPT, digest
from lsbuild.views._editor import POLICY, config
from lsbuild.views._editor_fields import MANY
from tests import portals
from tests.proof.defects import fresh, into, problems

Fields = list[dict[str, Any]]
PAGE = "edit/index.html"
AT_HOME = "https://learn.example.org/"


@pytest.fixture(scope="module", params=[portals.ROOT, portals.GOLDEN], ids=["ours", "golden"])
def portal(request):
    """Our own content and the golden site, as the editor of a domain of its own has them."""
    settings = read_settings(request.param / "mkdocs.yml")
    more = {
        "editor": Editor(own_domain=True),
        "edit_uri": "https://github.com/owner/name/edit/main/content/",
        "site_url": AT_HOME,
    }
    return gather(settings.model_copy(update=more))[0]


def forms(portal) -> dict[str, Fields]:
    return {one["name"]: one["fields"] for one in json.loads(config(portal))["collections"]}


def test_the_configuration_has_the_form_its_program_asks_for(portal, editor_program):
    """The JSON Schema that comes with Sveltia CMS finds nothing to say."""
    schema = json.loads((editor_program / editor.SCHEMA).read_text("utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)

    assert [one.message for one in validator.iter_errors(json.loads(config(portal)))] == []


def test_every_field_of_every_kind_can_be_filled_in(portal):
    """A field that a kind gets, loses or begins to ask for is the same in the form."""
    for kind in all_kinds():
        schema = schema_of(kind)
        # A status is always chosen: it has a value from the beginning.
        beside = {("body", False), ("status", True)}

        in_model = set(properties(schema, schema)) - {("status", False)}
        assert set(paths(forms(portal)[kind.kind])) == in_model | beside, kind.kind


def paths(fields: Fields, before: str = "") -> Iterator[tuple[str, bool]]:
    for one in fields:
        yield before + one["name"], one["required"]
        yield from paths(one.get("fields", []), f"{before}{one['name']}.")


def properties(node: dict[str, Any], whole: dict[str, Any], before: str = "") -> Iterator[Any]:
    for name, one in node["properties"].items():
        yield before + name, name in node.get("required", [])
        refs = re.findall(r'"#/\$defs/(\w+)"', json.dumps(one))
        for inner in (whole["$defs"][ref] for ref in refs):
            if "properties" in inner:
                yield from properties(inner, whole, f"{before}{name}.")


def test_every_page_there_is_fits_its_form(portal):
    """What was written by hand can be opened in the form and saved: choices, forms and limits."""
    slugs = {(entry.ref.kind, entry.ref.slug) for entry in portal.library}
    known = forms(portal)
    wrong = [
        f"{entry.source.path}: {says}"
        for entry in portal.library.public()
        for says in unfit(yaml12.load(entry.source.front), known[entry.ref.kind], slugs)
    ]

    assert wrong == []


def unfit(data: dict[str, Any], fields: Fields, slugs: set[tuple[str, str]]) -> Iterator[str]:
    for name, value in data.items():
        one = next(field for field in fields if field["name"] == name)
        values = value if isinstance(value, list) else [value]
        if isinstance(value, list) and not one.get("min", 0) <= len(value) <= one.get("max", 999):
            yield f"{name} has {len(value)}"
        for part in values:
            if "fields" in one:
                yield from (f"{name}.{says}" for says in unfit(part, one["fields"], slugs))
            elif not fits(part, {**one, **one.get("field", {})}, slugs):
                yield f"{name}: {part}"


def fits(value: Any, field: dict[str, Any], slugs: set[tuple[str, str]]) -> bool:
    if "options" in field:
        return value in [option["value"] for option in field["options"]]
    if "collection" in field:
        return (field["collection"], value) in slugs
    if field["widget"] == "number":
        return field.get("min", value) <= value <= field.get("max", value)
    pattern, _ = field.get("pattern", ("", ""))
    length = len(str(value))
    enough = field.get("minlength", 0) <= length <= field.get("maxlength", length)
    return enough and re.search(pattern, str(value)) is not None


def test_no_draft_is_named(portal):
    """What the form offers stands on the web: titles of drafts and withdrawn pages stay out."""
    hidden = [entry.data.title for entry in portal.library if not entry.is_public]

    assert not any(title in config(portal).decode() for title in hidden)


def test_a_great_collection_does_not_weigh_the_form_down(tmp_path):
    """Beyond some number of pages their names are typed, in the form that the check asks for."""
    glossary = tmp_path / "content" / "glossary"
    glossary.mkdir(parents=True)
    for number in range(MANY + 1):
        (glossary / f"term-{number}.md").write_text(kind_named("term").sample, "utf-8")
    (tmp_path / "mkdocs.yml").write_text("plugins: [lsbuild]", "utf-8")
    known = forms(gather(read_settings(tmp_path / "mkdocs.yml"))[0])
    related = next(one for one in known["lesson"] if one["name"] == "related")

    assert related["fields"][0]["pattern"] == ["^[a-z0-9#/-]+$", "Its name: kind/slug."]


def test_every_sample_fits_its_form(portal):
    """The sample of each kind needs no field that the form lacks, and gives all it asks for."""
    for kind in all_kinds():
        data = yaml12.load(split(Path("sample.md"), kind.sample).front)
        must = {one["name"] for one in forms(portal)[kind.kind] if one["required"]}
        assert must <= data.keys() <= {one["name"] for one in forms(portal)[kind.kind]}


def test_what_is_saved_becomes_a_proposal(portal):
    """Where it goes is read from `edit_uri`; nothing is written to main, and no page deleted."""
    known = json.loads(config(portal))

    assert (
        known["backend"] | {"name": "github", "repo": "owner/name", "branch": "main"}
        == (known["backend"])
    )
    assert known["publish_mode"] == "editorial_workflow" and known["backend"]["open_authoring"]
    assert {one["folder"] for one in known["collections"]} == {
        f"content/{kind.folder}" for kind in all_kinds()
    }
    assert not any(one["delete"] for one in known["collections"])


SETTINGS = """
site_url: {url}
edit_uri: https://github.com/owner/name/edit/main/content/
plugins: [lsbuild: {{editor: {editor}}}]
"""


def settings(folder: Path, editor: str, url: str = AT_HOME):
    (folder / "mkdocs.yml").write_text(SETTINGS.format(url=url, editor=editor), "utf-8")
    return read_settings(folder / "mkdocs.yml")


def test_it_is_off_unless_the_settings_say_more(tmp_path, golden_site):
    """Without the setting there is no page, no program and no word of it."""
    assert not settings(tmp_path, "false").has_editor
    assert not read_settings(portals.ROOT / "mkdocs.yml").has_editor
    assert not (golden_site / "edit").exists()


@pytest.mark.parametrize(
    ("editor", "url", "says"),
    [
        ("true", AT_HOME, "`own_domain: true` if no other site shares"),
        ("{own_domain: true}", "https://owner.github.io/name/", "could read the token"),
        ("{own_domian: true}", AT_HOME, "`editor.own_domian`"),
    ],
)
def test_settings_that_would_give_tokens_away_are_refused(tmp_path, editor, url, says):
    """The message says what is shared with whom, and what to write instead."""
    with pytest.raises(SettingsError, match=says):
        settings(tmp_path, editor, url)


def test_a_domain_of_its_own_and_a_trial_are_accepted(tmp_path):
    """A trial keeps no token, so it may stand anywhere."""
    assert settings(tmp_path, "{own_domain: true}").has_editor
    assert settings(tmp_path, "{trial: true}", "https://owner.github.io/name/").has_editor


@pytest.mark.parametrize(
    ("npm", "says"),
    [
        (None, "fetched with npm, which is not on this machine. Install Node.js"),
        ("echo no route to a registry >&2; exit 1", "web editor: no route to a registry. Look"),
        ('echo other bytes > "$6/x.tgz"', f"is not {editor.PACKAGE} {editor.VERSION} as we know"),
    ],
    ids=["no npm", "no network", "other bytes"],
)
def test_without_its_program_nothing_is_published(golden_copy, tmp_path, npm, says):
    """The message says what failed and both ways out; the folder stays as it was."""
    if npm:
        (tmp_path / "npm").write_text(f"#!/bin/sh\n{npm}\n")
        (tmp_path / "npm").chmod(0o755)
    golden_copy.set("      workers: 2", "      editor: {trial: true}")
    done = golden_copy.build(PATH=str(tmp_path), XDG_CACHE_HOME=str(tmp_path / "cache"))

    assert done.returncode == 2
    assert says in done.stderr
    assert not golden_copy.site.exists()


def test_a_preview_needs_no_program(golden_copy):
    """While one writes there may be no network: the preview leaves the editor out."""
    golden_copy.set("      workers: 2", "      editor: {trial: true}")
    code = (
        "from pathlib import Path; from lsbuild.hosts.preview import Preview; "
        f"one = Preview(Path({str(golden_copy.config)!r})); print(one.make()); "
        "print([one.answer(url).status for url in ('', 'edit/')])"
    )
    done = portals.run("-c", code, PATH="")

    assert done.stdout.endswith("[200, 404]\n"), done.stderr


def test_both_who_know_the_program_agree(editor_program):
    """After a newer release this says what `lsbuild.verify` must know."""
    assert digest((editor_program / "sveltia-cms.js").read_bytes()) == EDITOR_SCRIPT


def test_a_program_that_was_changed_is_not_used(editor_program, tmp_path, monkeypatch):
    """What waits in the cache is compared with its hash at each build, and fetched anew."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    kept = tmp_path / "lsbuild" / "editor" / editor.VERSION
    shutil.copytree(editor_program, kept)
    (kept / "sveltia-cms.js").write_text("alert(1)")
    whole = editor.bring()

    assert whole == kept and editor.whole(kept) == editor.WHOLE


@pytest.mark.slow
class TestBuilt:
    """The golden site with an editor."""

    def test_it_may_go_online(self, editor_built):
        """`lsbuild verify` knows the page, its policy and its program."""
        assert POLICY == EDITOR_POLICY
        assert problems(editor_built.site, config=editor_built.config) == set()

    def test_its_page_is_for_those_who_write(self, editor_built):
        """No search engine, sitemap, list, search or pack of ours names it."""
        site = editor_built.site
        page = (site / PAGE).read_text("utf-8")
        named = [
            path.relative_to(site).as_posix()
            for path in [*site.glob("*.xml"), *site.glob("data/**/*.json")]
            if path.name != "manifest.json" and re.search(r"\bedit/", path.read_text("utf-8"))
        ]

        assert '<meta name="robots" content="noindex">' in page
        assert '<meta name="referrer" content="no-referrer">' in page
        assert named == ["data/catalog.json"] or named == []
        assert "edit/index.html" in (site / "data/manifest.json").read_text("utf-8")

    @pytest.mark.parametrize(
        ("name", "old", "new"),
        [
            (PAGE, "script-src 'self'", "script-src 'self' 'unsafe-eval'"),
            (PAGE, "https://api.github.com", "https://api.example.org"),
            (PAGE, POLICY, "default-src 'none'"),
            ("about/index.html", None, POLICY),
        ],
        ids=["eval", "another host", "policy of others", "its policy elsewhere"],
    )
    def test_a_wrong_policy_is_found(self, editor_built, tmp_path, name, old, new):
        """The page has its own policy to the letter, and no other page has it."""
        site = copied(editor_built.site, tmp_path)
        text = (site / name).read_text("utf-8")
        into(name, old or re.search(r'content="(default-src[^"]*)"', text)[1], new)(site)

        assert ("policy", name) in problems(site)

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ('{"name":"test-repo"}', '{"name":"github","repo":"other/name"}'),
            ('"app_title"', '"base_url":"https://example.com","app_title"'),
            ('/lessons"', '/../.github"'),
        ],
        ids=["repository", "who signs in", "folder"],
    )
    def test_an_editor_that_saves_elsewhere_is_found(self, editor_built, tmp_path, old, new):
        """Work and tokens go where the settings say, and nowhere else."""
        site = copied(editor_built.site, tmp_path)
        into("edit/config.json", old, new)(site)

        assert ("editor", "edit/config.json") in problems(site, config=editor_built.config)

    def test_a_changed_program_is_found(self, editor_built, tmp_path):
        """One byte more, and it is no script of ours."""
        site = copied(editor_built.site, tmp_path)
        script = site / "edit/sveltia-cms.js"
        data = script.read_bytes()
        fresh(script).write_bytes(data + b" ")

        assert ("unknown-script", "edit/sveltia-cms.js") in problems(site)

    def test_a_page_of_ours_cannot_take_its_place(self, editor_built, tmp_path):
        """A text that wants the address of the editor is a finding with the file's name."""
        shutil.copytree(editor_built.root.parent.parent, tmp_path, dirs_exist_ok=True)
        portal = portals.Portal(tmp_path / "tests" / "site")
        shutil.copy(portal.content / "pages/about.md", portal.content / "pages/edit.md")
        portal.edit("pages/edit.md", "title: ", "title: Edit ")
        done = portal.build()

        assert done.returncode == 1
        assert "the portal has something of its own at `/edit/`" in done.stderr


def copied(site: Path, folder: Path) -> Path:
    shutil.copytree(site, folder / "site", copy_function=shutil.copy)
    return folder / "site"
