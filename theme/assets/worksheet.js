// The questions of a case with room for the reader's own answers, kept on this device only.
import { read, works, write } from "./store.js";
import { copy, save } from "./give.js";

const sheet = document.querySelector("[data-use=worksheet]");
const { id, language } = sheet.dataset;
const key = language ? `sheet.${id}.${language}` : `sheet.${id}`;
const state = sheet.querySelector("[role=status]");
const list = sheet.querySelector("ol");
const answers = read(key);
// Once, the answers of all languages lay together.
const older = Object.keys(answers).length ? {} : read(`sheet.${id}`);
const boxes = [...list.children].map((item) => open(item, item.querySelector("b")));

// An answer whose question has changed since is not lost.
for (const question of Object.keys(answers)) {
  if (boxes.some((box) => box.dataset.asks === question)) continue;
  const item = document.createElement("li");
  const asked = document.createElement("b");
  asked.textContent = question;
  const lines = document.createElement("span");
  lines.className = "ls-lines";
  item.append(asked, ` ${sheet.dataset.gone}`, lines);
  list.append(item);
  boxes.push(open(item, asked));
}

sheet.querySelector(".ls-tools").hidden = false;
say(works() ? "" : "unkept");

function open(item, asked) {
  const box = document.createElement("textarea");
  asked.id = `__asks-${[...list.children].indexOf(item)}`;
  box.dataset.asks = asked.textContent;
  box.setAttribute("aria-labelledby", asked.id);
  box.rows = 2;
  box.value = answers[asked.textContent] ?? older[asked.textContent] ?? "";
  const lines = item.querySelector(".ls-lines");
  lines.textContent = box.value;
  lines.before(box);
  box.addEventListener("input", () => {
    lines.textContent = box.value;
    keep();
  });
  return box;
}

function keep() {
  const filled = boxes.filter((box) => box.value.trim());
  const kept = write(key, Object.fromEntries(filled.map((box) => [box.dataset.asks, box.value])));
  say(kept ? "kept" : "unkept");
}

function say(word) {
  state.textContent = word && sheet.dataset[word];
}

function text(mark) {
  const title = document.querySelector("h1").textContent;
  const address = location.href.split(/[?#]/)[0];
  const rows = boxes.map((box, at) => `${at + 1}. ${mark}${box.dataset.asks}${mark}\n\n   ${answer(box)}`);
  return `${mark ? "# " : ""}${title}\n\n${mark ? `<${address}>` : address}\n\n${rows.join("\n\n")}\n`;
}

function answer(box) {
  return box.value.trim().replaceAll("\n", "\n   ") || "…";
}

const does = {
  async copy(button) {
    say((await copy(text(""), button)) ? "copied" : "byhand");
  },
  save() {
    save(text("**"), `${id.split("/").pop()}.md`);
    say("saved");
  },
  print() {
    document.body.classList.add("ls-print-sheet");
    print();
  },
};

sheet.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  if (button) does[button.dataset.do](button);
});
addEventListener("afterprint", () => document.body.classList.remove("ls-print-sheet"));
document.addEventListener("ls-cleared", () => {
  for (const box of boxes) box.value = box.parentElement.querySelector(".ls-lines").textContent = "";
  say("");
});
