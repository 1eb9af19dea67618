"""Who made the portal, as far as they agreed to be named; what is reviewed; what was corrected."""

from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds._keeping import Named
from lsbuild.kinds._scales import Review, Scale
from lsbuild.library.library import AnyEntry
from lsbuild.views._desk import href
from lsbuild.views._view import View
from lsbuild.views.page import Page, Plain, Words

URL = "contributors/"


class ContributorsPages(View):
    """One page in the portal's own language; nobody stands on it without having agreed."""

    order = 86

    def pages(self) -> Iterator[Page]:
        if self.desk.prefix():
            return
        say = self.desk.say
        title = say("Who made this")
        about = say(
            "People who agreed to be named, what has been reviewed, and what was corrected."
        )
        public = self.portal.library.public()
        yield Page(
            url=URL,
            title=title,
            template="contributors.html",
            language=self.desk.language,
            description=about,
            section="about/",
            words=Words(title, (about,)),
            data={
                "people": self.people(public),
                "reviews": self.reviews(public),
                "corrections": self.corrections(public),
            },
        )

    def people(self, public: tuple[AnyEntry, ...]) -> list[Plain]:
        """Each person or group once, by name, with what they did for which page."""
        found: dict[str, Plain] = {}
        for entry in public:
            for one in (*entry.data.authors, *entry.data.reviewers):
                person = found.setdefault(one.orcid or one.name.casefold(), _person(one))
                labels = [self.desk.say(role.label) for role in self.roles(one)]
                page = {"title": entry.data.title, "href": href(URL, entry.url), "roles": labels}
                person["pages"].append(page)
        return sorted(found.values(), key=lambda row: row["name"].casefold())

    @staticmethod
    def roles(one: Named) -> tuple[Scale, ...]:
        """What somebody did, or what they looked at."""
        return getattr(one, "roles", ()) or getattr(one, "looked_at", ())

    def reviews(self, public: tuple[AnyEntry, ...]) -> list[Plain]:
        """How many pages have been reviewed, in the order of the scale."""
        reviewed = [one.data.review for one in public if one.ref.kind not in ("source", "term")]
        rows = [{**self.desk.scale(one), "number": reviewed.count(one)} for one in Review]
        return [row for row in rows if row["number"]]

    def corrections(self, public: tuple[AnyEntry, ...]) -> list[Plain]:
        """Every correction, the newest first."""
        rows = [(one.on, entry, one.says) for entry in public for one in entry.data.corrections]
        return [
            {
                "on": self.desk.period(day.isoformat()),
                "says": says,
                "title": entry.data.title,
                "href": href(URL, entry.url),
            }
            for day, entry, says in sorted(rows, key=lambda row: (row[0], row[1].url), reverse=True)
        ]


def _person(one: Named) -> Plain:
    person: Plain = {"name": one.name, "pages": []}
    return {**person, "orcid": one.orcid} if one.orcid else person
