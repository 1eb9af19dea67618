"""The search at once tells words apart alike where they are written and where they are asked."""

import json
import shutil
import subprocess
from types import SimpleNamespace

import pytest

from lsbuild.views._quick import words_in
from tests.portals import ROOT
from tests.sample import checked
from tests.search.score import ask

SENTENCES = [
    "L'État épargne : œuvre, cœur, Straße, STRASSE, İstanbul, ΣΊΣΥΦΟΣ",
    "स्वास्थ्य कर्मियों की बैठक",
    "சுகாதார ஊழியர்கள் சந்தித்தனர்",
    "স্বাস্থ্য কর্মীদের সভা",
    "لقاءٌ لِلعاملين في الصحة",
    "数字送到首都，却没有任何消息传回来。WHO在2016年",
    "データが首都へ送られたが、何も戻らなかった。",
    "ไม่มีใครวัดผลลัพธ์ของการประชุม",
    "ບໍ່ມີໃຜວັດຜົນ",
    "보건 요원 회의",
    "𠀀𠀁𠀂 42 snake_case ½",
]


def test_both_sides_tell_the_same_words(tmp_path):
    """In each script, Python and the page's module make the same words of the same sentence."""
    for name in ("common.js", "quick.js"):
        shutil.copyfile(ROOT / "theme/assets" / name, tmp_path / name)
    (tmp_path / "package.json").write_text('{"type": "module"}')
    (tmp_path / "ask.js").write_text(
        'import { wordsOf } from "./quick.js";\n'
        "console.log(JSON.stringify(JSON.parse(process.argv[2]).map(wordsOf)));\n"
    )
    words = ["node", tmp_path / "ask.js", json.dumps(SENTENCES)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)

    assert json.loads(done.stdout) == [words_in(one) for one in SENTENCES]


@pytest.mark.parametrize(
    ("problem", "question"),
    [
        ("स्वास्थ्य कर्मियों की बैठक हर महीने होती है।", "बैठक"),
        ("சுகாதார ஊழியர்கள் சந்தித்தனர்.", "ஊழியர்கள்"),
        ("数字送到首都，却没有任何消息传回来。", "消息"),
        ("データが首都へ送られたが、何も戻らなかった。", "首都"),
        ("ไม่มีใครวัดผลลัพธ์ของการประชุม", "ประชุม"),
        ("WHO 数字送到首都，却没有任何消息传回来。", "WHO 消息"),
    ],
)
def test_a_word_is_found_in_any_script(problem, question):
    """Vowel signs break no word, and a word is found in the middle of a text without spaces."""
    text = f"--- case-studies/one.md\ntitle: One\nproblem: {problem}\n---\n"
    more = "--- case-studies/other.md\ntitle: WHO\nproblem: WHO did nothing here.\n---\n"
    (found,) = ask(SimpleNamespace(portal=checked(text + more)[0]), [question])

    assert found[0] == "case-studies/one/"


def test_a_word_of_one_script_is_not_every_word_of_it():
    """What shares no pair of letters with the question is not found by it."""
    text = (
        "--- case-studies/one.md\ntitle: One\nproblem: 数字送到首都，却没有任何消息传回来。\n---\n"
    )

    assert ask(SimpleNamespace(portal=checked(text)[0]), ["会议"]) == [[]]
