// Two to four cases or sites side by side; which ones stands in the address.
import { json, make } from "./common.js";
import { columns, asText, tagged } from "./side.js";
import { copy } from "./give.js";

const MOST = 4;
const root = new URL("..", import.meta.url);
const tool = document.querySelector("[data-use=compare]");
const words = tool.dataset;
const [pick, add, picked, state, out, bar] = ["select", ".ls-add button", ".ls-picked", "[role=status]", ".ls-out", ".ls-buttons"].map((one) => tool.querySelector(one));
const narrow = matchMedia("(max-width: 40em)");
const loaded = new Map();
let index, titles, ours, chosen = [], shown = [];

start();

async function start() {
  tool.hidden = false;
  if (!location.search) ready();
  try {
    const data = await get("index");
    ({ rows: titles, ours } = data);
    index = new Map(data.entries.map(([id, title, kind]) => [id, { id, title, kind }]));
  } catch {
    state.textContent = words.failed;
    return ready();
  }
  add.addEventListener("click", () => {
    if (pick.value) go([...chosen, pick.value]);
    else pick.focus();
    // A closed button would lose the focus.
    if (add.disabled) out.focus();
  });
  picked.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    go(chosen.filter((id) => id !== button.value));
    pick.focus();
  });
  out.addEventListener("click", oneAtATime);
  bar.addEventListener("click", act);
  addEventListener("popstate", show);
  show();
}

// What stands below waits for this, so that nothing is pushed along.
function ready() {
  tool.classList.add("ls-ready");
}

function get(name) {
  return json(root, `compare/${name}.json`);
}

function go(ids) {
  history.pushState(null, "", ids.length ? `?c=${ids.join(",")}` : location.pathname);
  show();
}

// What the address asks for: known entries, each once; and the words that are none.
function asked() {
  const parts = new URLSearchParams(location.search).getAll("c").join(",").split(",");
  const ids = [...new Set(parts.map((one) => one.trim()).filter(Boolean))];
  const known = ids.filter((id) => index.has(id));
  return { known: known.slice(0, MOST), more: known.slice(MOST), unknown: ids.filter((id) => !index.has(id)) };
}

async function show() {
  const { known, more, unknown } = asked();
  chosen = known;
  offer();
  const rows = known.map((id) => item(index.get(id)));
  picked.replaceChildren(...rows);
  const notes = [];
  if (unknown.length) notes.push(`${words.unknown}${words.colon}${unknown.slice(0, 20).map((one) => one.slice(0, 60)).join(", ")}.`);
  if (more.length) notes.push(`${words.more}${words.colon}${more.map((id) => index.get(id).title).join("; ")}.`);
  if (known.length === 1) notes.push(words.another);
  try {
    const found = await Promise.all(known.map(load));
    if (chosen !== known) return;
    shown = found.length ? columns(found, titles, words) : [];
    out.replaceChildren(...told(known), ...shown.map(row));
    out.style.setProperty("--ls-columns", known.length);
  } catch {
    out.replaceChildren();
    notes.push(words.failed);
  }
  bar.hidden = !known.length;
  if (known.length === MOST && !more.length) notes.push(words.most);
  // The list above shows it to the eye; the ear hears it here.
  const heard = known.length > 1 ? `${words.shown}${words.colon}${known.map((id) => index.get(id).title).join("; ")}.` : "";
  state.replaceChildren(make("span", "ls-hidden", heard), " ", notes.join(" "));
  ready();
}

// What an editor wrote of just these comes before what is only side by side.
function told(known) {
  const found = ours.filter(([ids]) => ids.length === known.length && ids.every((id) => known.includes(id)));
  return found.map(([, title, url]) => {
    const link = make("a", "", title);
    link.href = new URL(`./${url}`, root);
    return make("p", "", `${words.ours}: `, link);
  });
}

async function load(id) {
  if (!loaded.has(id)) loaded.set(id, await get(id));
  return loaded.get(id);
}

function offer() {
  const groups = new Map();
  for (const one of index.values()) {
    const option = new Option(one.title, one.id);
    option.disabled = chosen.includes(one.id);
    if (!groups.has(one.kind)) groups.set(one.kind, Object.assign(document.createElement("optgroup"), { label: one.kind }));
    groups.get(one.kind).append(option);
  }
  pick.replaceChildren(new Option(words.choose, ""), ...groups.values());
  pick.disabled = add.disabled = chosen.length >= MOST;
}

function item({ id, title }) {
  const button = make("button", "ls-button", "✕");
  button.type = "button";
  button.value = id;
  button.setAttribute("aria-label", `${words.remove}${words.colon}${title}`);
  return make("li", "", title, " ", button);
}

function row(one, at) {
  const box = document.createElement("details");
  box.className = "ls-side";
  box.open = !narrow.matches || !at;
  box.append(make("summary", "", make("h2", "", one.title), " ", make("span", `ls-same ls-same--${one.sort}`, one.word)));
  const cells = one.cells.map((cell) => {
    const link = make("a", "", cell.title);
    link.href = new URL(`./${cell.url}`, root);
    const told = cell.told.map((said) => make("li", "", ...line(said)));
    const tags = tagged(cell, words).map(([word, labels]) => make("p", "ls-tagged", make("b", "", word && `${word}${words.colon}`), labels));
    const rest = told.length ? make("ul", "", ...told) : make("p", "ls-none", words.untold);
    return make("section", "", make("h3", "", link), ...tags, rest);
  });
  box.append(make("div", "ls-side-cells", ...cells));
  return box;
}

function line({ says, label, sure }) {
  return [label ? make("b", "", `${label}${words.colon}`) : "", says, sure ? make("small", "", sure.join(" · ")) : ""];
}

function oneAtATime(event) {
  const mine = event.target.closest("summary")?.parentElement;
  if (!mine || !narrow.matches) return;
  for (const other of out.children) if (other !== mine) other.open = false;
}

async function act({ target }) {
  const does = target.closest("[data-do]")?.dataset.do;
  if (does === "print") print();
  if (does === "copy") state.textContent = (await copy(asText(shown, words, location.href), target)) ? words.copied : words.byhand;
}
