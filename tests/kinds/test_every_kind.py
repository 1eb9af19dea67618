"""Every kind keeps its own promises."""

import pytest
from jsonschema import Draft202012Validator

from lsbuild.kinds import all_kinds
from lsbuild.kinds._schema import schema_of
from lsbuild.text.diagnostic import Severity
from tests.sample import checked


@pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.kind)
class TestEveryKind:
    def test_has_a_sample_that_passes_every_check(self, kind):
        """The sample in the handbook is a file an editor can begin with."""
        others = "".join(
            f"--- {one.folder}/sample.md (as it is)\n{one.sample}"
            for one in all_kinds()
            if one.kind in ("case-study", "learning-site") and one is not kind
        )
        _, report, _ = checked(f"--- {kind.folder}/sample.md (as it is)\n{kind.sample}{others}")

        found = [one.says for one in report if one.severity is not Severity.ADVICE]
        assert found == []

    def test_documents_every_field_in_one_sentence(self, kind):
        """Each field, however deep, has a sentence that is its documentation."""
        schema = schema_of(kind)

        missing = [path for path, field in fields(schema) if not field.get("description")]
        assert missing == []

    def test_gives_a_valid_json_schema(self, kind):
        """The schema is JSON Schema 2020-12 and refuses fields nobody knows."""
        schema = schema_of(kind)
        Draft202012Validator.check_schema(schema)

        assert not Draft202012Validator(schema).is_valid({"nobody": "knows"})


def fields(node, path=""):
    if isinstance(node, dict):
        for name, field in node.get("properties", {}).items():
            yield f"{path}.{name}", field
        for key, value in node.items():
            yield from fields(value, f"{path}/{key}")
    elif isinstance(node, list):
        for value in node:
            yield from fields(value, path)
