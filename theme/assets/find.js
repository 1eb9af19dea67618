// The page that finds: what is chosen stands in the address, and everything shown follows from it.
import { make, open } from "./common.js";
import { list, near, table } from "./find-views.js";

const root = new URL("..", import.meta.url);
const loading = open(root);
const $ = (id) => document.getElementById(id);
const VIEWS = { list, table, near };
const TABLES = ["actions", "themes"];
// Milliseconds after which somebody who waits is told so.
const SOON = 300;
const WIDE = matchMedia("(min-width: 60em)").matches;
let data, words, state, ask, boxes;

async function begin() {
  words = $("find").dataset;
  try {
    data = await loading;
  } catch (error) {
    $("find-plain").classList.remove("ls-no-js");
    $("find-failed").hidden = false;
    console.warn(error);
    return;
  }
  $("find-waits").replaceWith($("find-waits").content);
  data.place = Object.fromEntries(data.facets.map((facet, place) => [facet.id, place]));
  data.cases = data.facets[data.place.kind].options.findIndex((one) => one.id === "case-study");
  boxes = data.facets.map(facet);
  $("find-narrow").open = WIDE;
  $("find-to").addEventListener("click", results);
  $("find-q").addEventListener("input", typed);
  $("find-q").addEventListener("focus", () => data.pieces || prepared().catch(() => (ask = undefined)));
  $("find-app").addEventListener("click", followed);
  addEventListener("popstate", read);
  await read();
  if (!navigator.connection?.saveData) data.whole();
}

// On a phone the boxes hide what they find.
function results() {
  $("find-narrow").open = false;
  $("find-state").scrollIntoView();
  $("find-state").focus();
}

// The list stands before its summaries are here; room is kept for them.
async function tell() {
  const cards = [...document.querySelectorAll("[data-told]:empty")];
  await data.tell(cards.map((one) => one.dataset.told));
  for (const one of cards) one.textContent = data.told[one.dataset.told] ?? "";
}

// All entries, or all that could be loaded.
async function rest() {
  await data.whole();
  const here = data.entries.flat(), missing = data.total - here.length;
  $("find-lacks").textContent = missing > 0 ? words.lacks.replace("{n}", missing) : "";
  return here;
}

// One facet as a group of boxes; they stay, so that the focus does, and only their counts change.
function facet(one, place) {
  const head = make("span", "ls-find-chosen-here");
  const group = make("details", "", make("summary", "", one.title, " ", head));
  const field = make("fieldset", "", make("legend", "ls-hidden", one.title));
  const rows = one.options.map((option, value) => {
    const box = make("input");
    box.type = "checkbox";
    box.addEventListener("change", () => choose(place, value, box.checked));
    const number = make("span", "ls-find-number");
    const label = make("label", "", box, make("span", "", option.label), number);
    field.append(label);
    return { box, number, label };
  });
  group.append(field);
  group.open = WIDE && (one.id === "kind" || one.id === "themes");
  $("find-facets").append(group);
  return { rows, head };
}

function read() {
  state = { q: "", view: "list", table: "actions", picks: data.facets.map(() => new Set()), mine: {}, left: [] };
  for (const [key, value] of new URLSearchParams(location.search)) understand(key, value);
  $("find-q").value = state.q;
  return show();
}

function understand(key, value) {
  // A broken escape becomes this letter, which nobody types.
  if (key === "q" && !value.includes("\ufffd")) return void (state.q = value.slice(0, 200));
  if (key === "view" && Object.hasOwn(VIEWS, value)) return void (state.view = value);
  if (key === "table" && TABLES.includes(value)) return void (state.table = value);
  const mine = key.startsWith("my-");
  const id = mine ? key.slice(3) : key;
  const place = data.place[id];
  const known = mine ? data.setting.includes(id) : place !== undefined;
  for (const one of value.split(",").filter(Boolean)) {
    const option = known ? data.facets[place]?.options.findIndex((row) => row.id === one) : -1;
    if (!(option >= 0)) state.left.push(`${key}=${one}`);
    else if (mine) state.mine[id] = [...new Set([...(state.mine[id] ?? []), option])];
    else state.picks[place].add(option);
  }
}

export function address(change = {}) {
  const next = { ...state, ...change };
  const query = new URLSearchParams();
  if (next.q) query.set("q", next.q);
  if (next.view !== "list") query.set("view", next.view);
  if (next.view === "table" && next.table !== "actions") query.set("table", next.table);
  next.picks.forEach((picks, place) => {
    for (const one of picks) query.append(data.facets[place].id, data.facets[place].options[one].id);
  });
  for (const [field, values] of Object.entries(next.mine)) {
    for (const one of values) query.append(`my-${field}`, data.facets[data.place[field]].options[one].id);
  }
  return `${location.pathname}${query.size ? `?${query}` : ""}`;
}

export function go(change, replace = false) {
  const url = address(change);
  if (replace) history.replaceState(null, "", url);
  else history.pushState(null, "", url);
  read();
}

function choose(place, value, on) {
  const picks = state.picks.map((one) => new Set(one));
  picks[place][on ? "add" : "delete"](value);
  go({ picks });
}

function followed(event) {
  const link = event.target.closest("a[data-here]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  read();
  $("find-state").focus();
}

function typed() {
  const q = $("find-q").value;
  history.replaceState(null, "", address({ q }));
  state.q = q;
  show();
}

// Begun when the box is entered: on a slow phone it takes a second or two.
function prepared() {
  return (ask ??= import("./quick.js").then((quick) => quick.load(root, data)));
}

// The order of entries that the words find, or nothing where no words are asked.
async function asked(q) {
  if (!q.trim()) return null;
  return new Map((await prepared())(q).filter((hit) => hit.place !== undefined).map((hit, rank) => [hit.place, rank]));
}

async function show() {
  const mine = state, out = $("find-out"), picked = state.picks.some((picks) => picks.size);
  // Nothing is asked: of a long list its beginning is enough.
  const begins = data.total && state.view === "list" && !state.q.trim() && !picked;
  const wait = setTimeout(() => ($("find-state").textContent = words.wait), SOON);
  out.ariaBusy = true;
  chosen();
  if (!begins) await rest();
  const ranks = await asked(state.q).catch(() => {
    $("find-lacks").textContent = words.unasked;
    ask = undefined;
  });
  clearTimeout(wait);
  if (mine !== state) return;
  const { found, counts } = sift(ranks);
  if (ranks) found.sort((one, other) => ranks.get(one) - ranks.get(other));
  numbers(begins ? data.counts : counts);
  for (const link of document.querySelectorAll("[data-view]")) {
    link.href = address({ view: link.dataset.view });
    if (link.dataset.view === state.view) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  const number = begins ? data.total : found.length;
  $("find-state").textContent = number === 1 ? words.one : number ? words.many.replace("{n}", number) : picked ? words.none : words.nothing;
  $("find-to").textContent = words.show.replace("{n}", number);
  $("find-setting").hidden = state.view !== "near";
  VIEWS[state.view](found.map((place) => data.entries[place]), { data, state, words, root, out, tell, rest: begins && rest });
  out.ariaBusy = false;
}

// AND across facets, OR within. A value's count is what choosing it, beside all else, would give.
function sift(ranks) {
  const active = state.picks.flatMap((picks, place) => (picks.size ? [place] : []));
  const counts = data.facets.map((one) => new Array(one.options.length).fill(0));
  const found = [];
  data.entries.forEach((entry, number) => {
    if (ranks && !ranks.has(number)) return;
    // The table and the reader's setting are about cases only.
    if (state.view !== "list" && !entry.in[data.place.kind].includes(data.cases)) return;
    const missed = active.filter((place) => !entry.in[place].some((value) => state.picks[place].has(value)));
    if (missed.length > 1) return;
    if (!missed.length) found.push(number);
    for (const place of missed.length ? missed : counts.keys()) {
      for (const value of entry.in[place]) counts[place][value] += 1;
    }
  });
  return { found, counts };
}

function numbers(counts) {
  boxes.forEach(({ rows, head }, place) => {
    const picks = state.picks[place];
    head.textContent = picks.size ? words.chosen.replace("{n}", picks.size) : "";
    rows.forEach(({ box, number, label }, value) => {
      const count = counts[place][value];
      box.checked = picks.has(value);
      box.disabled = !count && !box.checked;
      label.classList.toggle("ls-find-nowhere", !count);
      number.textContent = count;
    });
  });
}

function chosen() {
  const chips = state.picks.flatMap((picks, place) => [...picks].map((value) => chip(place, value)));
  if (chips.length) chips.push(make("li", "", here(make("a", "", words.clear), { picks: data.facets.map(() => new Set()), q: "" })));
  $("find-chosen").replaceChildren(...chips);
  $("find-chosen").hidden = !chips.length;
  $("find-left").hidden = !state.left.length;
  const some = state.left.slice(0, 5).map((one) => one.slice(0, 60));
  $("find-only").hidden = !($("find-only").lastChild.dataset.query = state.q.trim());
  $("find-left").textContent = `${words.left} ${some.join(", ")}${state.left.length > 5 ? " …" : ""}`;
}

function chip(place, value) {
  const picks = state.picks.map((one) => new Set(one));
  picks[place].delete(value);
  const label = data.facets[place].options[value].label;
  const link = here(make("a", "", label, make("span", "", " ×")), { picks });
  link.setAttribute("aria-label", words.remove.replace("{label}", label));
  return make("li", "", link);
}

export function here(link, change) {
  link.href = address(change);
  link.dataset.here = "";
  return link;
}

begin();
