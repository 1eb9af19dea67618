"""How to suggest something without knowing git, and what must be in place before one begins."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from lsbuild.kinds._base import Content
from lsbuild.kinds._questions import promises, suggested_kinds
from lsbuild.library.entry import Ref
from lsbuild.text.messages import language_name, languages
from lsbuild.views._desk import href
from lsbuild.views._forms import form_lines, form_name, plain_form, public_at_once, what_happens
from lsbuild.views._view import View
from lsbuild.views._word_file import word_file
from lsbuild.views.page import Page, Plain, Words

URL = "contribute/"


class ContributePages(View):
    """One page with the forms, and the forms themselves in every language we have."""

    order = 85

    def pages(self) -> Iterator[Page]:
        say, language = self.desk.say, self.desk.language
        about = self.about()
        title, here = say("Suggest a case"), f"{self.desk.prefix()}{URL}"
        versions = tuple(
            (one, f"{self.desk.prefix(one)}{URL}") for one in self.portal.library.languages
        )
        protected = self.desk.link(here, Ref("page", "about/people"))
        yield Page(
            url=here,
            title=title,
            template="contribute.html",
            description=self.desk.description(about),
            language=language,
            words=Words(title, (about,)),
            versions=versions if len(versions) > 1 else (),
            data={
                "about": about,
                "languages": [
                    {
                        "lang": one,
                        "label": language_name(one, one),
                        "href": href(here, url),
                    }
                    for one, url in versions
                    if one != language
                ],
                "public": public_at_once(language),
                "promises": list(promises(self.portal.settings.licence, language)),
                "steps": list(what_happens(language)),
                "contact": self.portal.settings.contact,
                "people": protected["href"] if protected else "",
                "forms": [
                    self.form(kind, one) for kind in suggested_kinds() for one in languages()
                ],
            },
        )

    @property
    def on_github(self) -> bool:
        """Only GitHub has forms of this sort."""
        return urlsplit(self.portal.settings.issues).hostname == "github.com"

    def about(self) -> str:
        """What people need, which is less where a letter has an address to go to."""
        say = self.desk.say
        if self.portal.settings.contact:
            return say(
                "You worked on something others could learn from. You need no account, "
                "no finished text and no English."
            )
        told = say(
            "You worked on something others could learn from. "
            "You need no finished text and no English."
        )
        way = say("Send it with a free account on GitHub, or give it to an editor you know.")
        return f"{told} {way}" if self.on_github else told

    def form(self, kind: type[Content], language: str) -> Plain:
        """One form: its name in its own language, its text, and where it is filled in online."""
        name = form_name(kind, language)
        form: Plain = {
            "lang": language,
            "language": language_name(language, language),
            "word": f"{name}.docx",
            "plain": f"{name}.txt",
            "text": plain_form(kind, self.portal, language),
        }
        if self.on_github:
            tracker = urlsplit(self.portal.settings.issues)
            form["issue"] = tracker._replace(query=f"template={name}.yml").geturl()
        return form

    def files(self) -> Iterator[tuple[str, bytes]]:
        for kind in suggested_kinds():
            for language in languages():
                where = f"{self.desk.prefix()}{URL}{form_name(kind, language)}"
                yield f"{where}.txt", plain_form(kind, self.portal, language).encode()
                lines = form_lines(kind, self.portal, language)
                yield f"{where}.docx", word_file(lines, language)
