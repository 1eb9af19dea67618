"""Synthetic content: any number of entries in an invented language, the same at each run.

    python -m tests.bench.generate 1000 /tmp/portal
    python -m tests.bench.generate 1000 /tmp/portal linked

Four of five entries are cases and lessons of about 1,200 words, 2 to 3 KB of them front matter;
the others are the sources, terms and role guides they name. All of it passes `lsbuild check`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.bench.invented import Words
from tests.bench.shapes import SHAPES, Shape

ROOT = Path(__file__).parent.parent.parent
LEAST = 20
_COUNTRIES = """BD BF BI BJ BO BR BW CD CI CL CM CO CR EC ET FJ GH GM GN GT HN ID IN KE KH LA LK LR
LS MA MG ML MW MX MZ NA NE NG NI NP PE PG PH PK PY RW SL SN SV TD TG TH TN TZ UG VN ZA ZM ZW"""
_LISTS = {"themes": 24, "system-levels": 5, "constraints": 12, "learning-loops": 3, "reasons": 8}
_INVOLVED = {"took-part": "participants", "others": "others", "unknown": "unknown"}
_LESSONS_A_MODULE = 40

Fields = dict[str, Any]
Written = tuple[Fields, str]


class Content:
    """All entries of one portal."""

    def __init__(self, entries: int, shape: Shape, seed: int = 1) -> None:
        if entries < LEAST:
            raise ValueError(f"at least {LEAST} entries are needed, so that all kinds are there")
        self.random, self.shape = Random(seed), shape
        self.spoken = [Words(self.random, script) for script in shape.scripts]
        self.words = self.spoken[0]
        self.lists = {name: [f"{name}-{n}" for n in range(size)] for name, size in _LISTS.items()}
        self.groups = [f"group-{n}" for n in range(4)]
        self.sources = self._slugs("s", entries * 14 // 100)
        self.involved = {one: self.random.choice([*_INVOLVED]) for one in self.sources}
        self.terms = self._slugs("t", max(2, entries * shape.terms // 100))
        self.lessons = self._slugs("l", entries * 28 // 100)
        others = len(self.groups) + len(self.sources) + len(self.terms) + len(self.lessons)
        self.cases = self._slugs("c", entries - others)
        modules = 1 + len(self.lessons) // _LESSONS_A_MODULE
        self.lists |= {"groups": self.groups, "modules": [f"module-{n}" for n in range(modules)]}

    def _slugs(self, start: str, number: int) -> list[str]:
        return [f"{start}{n}-{self.words.rare(2).replace(' ', '-')}" for n in range(number)]

    def files(self) -> Iterator[tuple[str, str]]:
        """Each file of `content/`, with its text."""
        for name, ids in self.lists.items():
            yield f"_vocabularies/{name}.yml", _yaml(self._vocabulary(name, ids))
        makers: dict[str, tuple[list[str], Callable[[str], Written]]] = {
            "case-studies": (self.cases, self._case),
            "lessons": (self.lessons, self._lesson),
            "sources": (self.sources, self._source),
            "glossary": (self.terms, self._term),
            "roles": (self.groups, self._role),
        }
        for folder, (slugs, make) in makers.items():
            for number, slug in enumerate(slugs):
                many = folder in ("case-studies", "lessons")
                self.words = self.spoken[number % len(self.spoken) if many else 0]
                fields, body = make(slug)
                name = slug if self.words is self.spoken[0] else f"{slug}.{self.words.language}"
                yield f"{folder}/{name}.md", f"---\n{_yaml(self._head() | fields)}---\n\n{body}"

    def _vocabulary(self, name: str, ids: list[str]) -> Fields:
        terms = [{"id": id_, "label": f"{self._name(2)} {id_[-1]}"} for id_ in ids]
        return {"title": name.capitalize(), "terms": terms}

    def _head(self) -> Fields:
        return {
            "title": self._name(5),
            "summary": self.words.text(2),
            "status": "published",
            "published": f"2025-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}",
            "themes": self._of("themes", 2),
            "keywords": [self.words.rare(2), self.words.rare(1)],
        }

    def _name(self, words: int) -> str:
        return self.words.rare(words).capitalize()

    def _of(self, name: str, number: int) -> list[str]:
        return self.random.sample(self.lists[name], number)

    def _says(self) -> str:
        return self.words.sentence(12)

    def _others(self, slugs: list[str], number: int, but: str) -> list[str]:
        picked = self.random.sample(slugs, min(number + 1, len(slugs)))
        return [one for one in picked if one != but][:number]

    def _cited(self) -> Fields:
        return {
            "source": self.random.choice(self.sources),
            "locator": f"p. {self.random.randint(1, 90)}",
        }

    def _claim(self, **more: object) -> Fields:
        cited = self._cited()
        who_says = _INVOLVED[self.involved[cited["source"]]]
        return {"says": self._says(), "who_says": who_says, **more, "sources": [cited]}

    def _case(self, slug: str) -> Written:
        start, group = self.random.randint(1995, 2020), self.random.choice(self.groups)
        fields = {
            "depth": "case",
            "problem": self.words.text(2),
            "tried": self._says(),
            "changed": self._says(),
            "context": {"constraints": self._of("constraints", 2)},
            "areas": [
                {"country": self.random.choice(_COUNTRIES.split()), "precision": "country"},
            ],
            "period": f"{start}/{start + self.random.randint(0, 6)}",
            "levels": self._of("system-levels", 1),
            "groups": [group],
            "actions": [f"{group}#action-{self.random.randint(1, 5)}"],
            "learning": {"loops": [{"term": self._of("learning-loops", 1)[0], "by": "ours"}]},
            "outcomes": [
                self._claim(direction=way, how_measured="accounts") for way in ("better", "mixed")
            ],
            "enablers": [self._claim(reason=one) for one in self._of("reasons", 2)],
            "barriers": [self._claim(reason=one) for one in self._of("reasons", 1)],
            "transfer": {"conditions": [{"says": self._says(), "ask": self._says()}]},
            "unknowns": [self._says(), self._says()],
            "lessons": [self.random.choice(self.lessons)],
            "related": [
                {"entry": f"case-study/{one}", "why": self.words.rare(5)}
                for one in self._others(self.cases, 2, slug)
            ],
        }
        return fields, self._body(slug)

    def _lesson(self, slug: str) -> Written:
        number = self.lessons.index(slug)
        module, place = divmod(number, _LESSONS_A_MODULE)
        fields = {
            "module": self.lists["modules"][module],
            "place": place + 1,
            "minutes": self.random.randint(8, 30),
            "objectives": [{"says": self.words.rare(6)} for _ in range(3)],
            "needs": [self.lessons[number - 1]] if place else [],
            "cases": [{"entry": f"case-study/{one}"} for one in self._others(self.cases, 2, slug)],
            "terms": [self.random.choice(self.terms)],
            "decision": self._decision(),
            "self_check": [self._check(), self._check()],
            "reflect": [self._says(), self._says()],
            "try_this": self.words.text(2),
        }
        return fields, self._body(slug)

    def _decision(self) -> Fields:
        taken = {"says": self._says(), "taken": True, "followed": self.words.text(2)}
        others = [{"says": self._says(), "weigh": self.words.text(2)} for _ in range(2)]
        options = [{**taken, "sources": [self._cited()]}, *others]
        return {"situation": self.words.text(3), "ask": self._says(), "options": options}

    def _check(self) -> Fields:
        answers = [
            {"says": self._says(), "right": place == 0, "why": self._says()} for place in range(3)
        ]
        return {"ask": self._says(), "answers": answers}

    def _source(self, slug: str) -> Written:
        people = [
            {"family": self._name(1), "given": chr(65 + self.random.randrange(26))}
            for _ in range(self.random.randint(1, 4))
        ]
        csl = {
            "type": "article-journal",
            "author": people,
            "issued": str(self.random.randint(1990, 2024)),
            "container_title": self._name(3),
            "volume": str(self.random.randint(1, 60)),
            "page": "1–90",
            "doi": f"10.5555/{slug}",
        }
        read = {"read": "part", "read_on": "2025-06", "involvement": self.involved[slug]}
        where = {"length": 90, "located_by": "page", "url": f"https://example.org/{slug}"}
        return {"csl": csl, **read, **where}, ""

    def _term(self, slug: str) -> Written:
        meaning = {"says": self.words.text(2), "sources": [self._cited()]}
        names = [{"name": self.words.rare(2), "language": "en"}]
        return {"definitions": [meaning], "names": names}, f"{self.words.text(5)}\n"

    def _role(self, slug: str) -> Written:
        actions = [
            {
                "id": f"action-{number}",
                "title": f"{self._name(3)} {number}",
                "what": self.words.text(2),
                "first_step": self._says(),
                "notice": self._says(),
            }
            for number in range(1, 6)
        ]
        formal = self._claim()
        fields = {"group": slug, "where": self._says(), "formal": formal, "actions": actions}
        return fields, f"{self.words.text(6)}\n"

    def _body(self, slug: str) -> str:
        """Sections of two paragraphs; three of them with a note, a table or a list as well."""
        extras, parts = [self._list, self._table, self._note], []
        while sum(part.count(" ") for part in parts) < self.shape.words:
            parts += [f"## {self._name(3)}", self._paragraph(slug), self._paragraph(slug)]
            if extras:
                parts.append(extras.pop()())
        return "\n\n".join(parts) + "\n"

    def _paragraph(self, slug: str) -> str:
        cited = "[@{source}, {locator}]".format(**self._cited())
        links = ", ".join(self._link(slug) for _ in range(self.shape.links))
        first, last = self.words.text(3)[:-1], self.words.sentence()[:-1]
        bold = self.words.rare(2)
        return f"{first} {cited}. {self.words.text(2)} {last} {links}, **{bold}** too."

    def _link(self, slug: str) -> str:
        kind, slugs = self.random.choice([("term", self.terms), ("case-study", self.cases)])
        return f"[[{kind}/{self._others(slugs, 1, slug)[0]}|{self.words.rare(2)}]]"

    def _list(self) -> str:
        return "\n".join(f"- {self._says()}" for _ in range(4))

    def _table(self) -> str:
        rows = [f"| {self.words.rare(2)} | {self.words.rare(2)} |" for _ in range(4)]
        return "\n".join([rows[0], "| --- | --- |", *rows[1:]])

    def _note(self) -> str:
        return f"> [!NOTE]\n> {self.words.text(2)}"


def _yaml(data: Fields) -> str:
    return yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=100)


def generate(entries: int, folder: Path, seed: int = 1, shape: Shape = SHAPES["main"]) -> None:
    """Write a whole portal below `folder`: content and mkdocs.yml."""
    most = dict.fromkeys(("article", "next"), shape.budget)
    settings = {
        "site_name": "Bench",
        "site_url": "https://example.org/bench/",
        "docs_dir": "content",
        "theme": {"name": "material", "custom_dir": str(ROOT / "theme"), "font": False},
        "plugins": [{"lsbuild": {"budgets": {**most, "html": 9 * shape.budget, "first": 199}}}],
    }
    files = {f"content/{name}": text for name, text in Content(entries, shape, seed).files()}
    for name, text in {**files, "mkdocs.yml": _yaml(settings)}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="")


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4) or {*sys.argv[3:]} - {*SHAPES}:
        sys.exit(f"usage: python -m tests.bench.generate N FOLDER [{'|'.join(SHAPES)}]")
    generate(int(sys.argv[1]), Path(sys.argv[2]), shape=SHAPES[(sys.argv[3:] or ["main"])[0]])
