// The search dialog in two layers: our own few words at once, and below them Pagefind's passages.
import { box } from "./search-box.js";
import { grouped, load as quick } from "./quick.js";

const $ = (id) => document.getElementById(id);
const FACETS = ["kind", "themes", "countries", "groups", "levels"];
const STEP = 10;
let root, data, ask, loading, pagefind, rows, hits = [], shown = 0, turn = 0, whole = true, made;

export async function open(base, query) {
  root = base;
  const dialog = await (made ??= box(root).catch((error) => {
    made = undefined;
    throw error;
  }));
  if (!dialog.open) dialog.showModal();
  if (!rows) listen(dialog);
  if (query) $("ls-query").value = query;
  $("ls-query").focus();
  $("ls-query").select();
  try {
    await (loading ??= load());
    await find();
  } catch (error) {
    loading = undefined;
    say("failed");
    console.warn(error);
  }
}

function listen(dialog) {
  rows = new Map();
  dialog.querySelector("[data-ls=close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  $("ls-query").addEventListener("input", find);
  $("ls-slash").checked = __md_get("slash") !== false;
  $("ls-slash").addEventListener("change", (event) => __md_set("slash", event.target.checked));
  dialog.addEventListener("keydown", arrows);
}

async function load() {
  const answer = await fetch(new URL("data/find.json", root));
  if (!answer.ok) throw new Error(answer.status);
  data = await answer.json();
  ask = await quick(root, data);
  for (const row of ask.rows) rows.set(new URL(row.url, root).pathname, row);
  for (const facet of data.facets.filter((one) => FACETS.includes(one.id))) offer(facet);
  // The first layer does not wait for the second.
  import(new URL("pagefind/pagefind.js", root)).then(async (found) => {
    await found.init();
    pagefind = found;
    find();
  }).catch((error) => {
    whole = false;
    console.warn(error);
    busy(false);
    narrow();
  });
}

function offer(facet) {
  const box = make("div");
  const label = make("label", "", facet.title);
  const select = make("select");
  const kinds = new Set(ask.rows.map((row) => row.kind));
  const options = facet.id === "kind" ? ask.kinds.filter((one) => kinds.has(one.id)) : facet.options;
  label.htmlFor = select.id = `ls-by-${facet.id}`;
  select.dataset.facet = facet.id;
  select.append(new Option($("ls-state").dataset.any, ""));
  for (const one of options) select.append(new Option(one.label, one.id));
  select.addEventListener("change", narrow);
  box.append(label, select);
  $("ls-filters").append(box);
}

async function find() {
  if (!ask) return;
  const query = $("ls-query").value.trim();
  const mine = ++turn;
  hits = [];
  busy(query && whole);
  narrow();
  if (!query || !pagefind) return;
  const answer = await pagefind.debouncedSearch(query, {}, 120);
  if (answer === null || mine !== turn) return;
  hits = await Promise.all(answer.results.slice(0, 60).map(async (hit) => hit.data()));
  if (mine !== turn) return;
  busy(false);
  narrow();
}

// More results may come as long as this is said; nobody's place in the list is lost by it.
function busy(yes) {
  $("ls-results").setAttribute("aria-busy", Boolean(yes));
}

function fits(row, filters) {
  return filters.every(([id, value]) => {
    if (id === "kind") return row?.kind === value;
    const place = data.facets.findIndex((one) => one.id === id);
    return row?.in?.[place].some((one) => data.facets[place].options[one].id === value);
  });
}

function narrow() {
  const selects = [...$("ls-filters").querySelectorAll("select")].filter((select) => select.value);
  const filters = selects.map((select) => [select.dataset.facet, select.value]);
  const query = $("ls-query").value.trim();
  $("ls-ways").search = query ? new URLSearchParams({ q: query }) : "";
  const words = $("ls-state").dataset;
  const groups = query ? grouped(ask(query).filter((row) => fits(row, filters))) : [];
  let found = hits.map((hit) => ({ ...hit, row: rows.get(new URL(hit.url, location).pathname) }));
  if (!query && filters.length) found = ask.rows.map((row) => ({ row }));
  found = found.filter((hit) => fits(hit.row, filters));
  const above = new Set(groups.flatMap(([, some]) => some.map((row) => row.url)));
  shown = 0;
  const here = document.activeElement?.closest("#ls-results a")?.href;
  $("ls-results").replaceChildren(...groups.map(([kind, some]) => group(kind, some)));
  if (found.length) {
    const list = make("ol");
    $("ls-results").append(...(groups.length ? [make("h2", "", words.text)] : []), list);
    show(found, list);
  }
  if (here) [...$("ls-results").querySelectorAll("a")].find((one) => one.href === here)?.focus();
  const number = above.size + found.filter((hit) => !above.has(hit.row?.url)).length;
  if (!query && !filters.length) say("hint");
  else if (!number && query && whole && !pagefind) say("loading");
  else say(number ? (number === 1 ? "one" : "many") : "none", number);
  if (!whole) $("ls-state").append(" ", words.part);
}

function group(kind, some) {
  const list = make("ol", "", ...some.map((row) => result({ row })));
  return make("section", "", make("h2", "", ask.kinds.find((one) => one.id === kind)?.title ?? ""), list);
}

function show(found, list) {
  list.querySelector(".ls-more")?.remove();
  for (const hit of found.slice(shown, shown + STEP)) list.append(result(hit));
  shown += STEP;
  if (found.length <= shown) return;
  const button = make("button", "ls-button", $("ls-state").dataset.more);
  button.type = "button";
  button.addEventListener("click", () => show(found, list));
  list.append(make("li", "ls-more", button));
}

function result({ url, row, meta, excerpt }) {
  const link = make("a");
  link.href = url ?? new URL(row.url, root);
  const kind = ask.kinds.find((one) => one.id === row?.kind)?.label ?? meta?.kind ?? "";
  const text = make("p");
  if (excerpt) marked(text, excerpt);
  else text.textContent = row?.summary ?? "";
  link.append(make("small", "", kind), make("b", "", meta?.title ?? row.title), text);
  return make("li", "", link);
}

// Pagefind marks words with <mark>; everything else in an excerpt is text.
function marked(into, excerpt) {
  const parsed = new DOMParser().parseFromString(excerpt, "text/html");
  for (const node of parsed.body.childNodes) {
    into.append(node.nodeName === "MARK" ? make("mark", "", node.textContent) : node.textContent);
  }
}

function arrows(event) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const links = [...$("ls-results").querySelectorAll("a")];
  if (!links.length || event.target.tagName === "SELECT") return;
  event.preventDefault();
  const at = links.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
  (links[at] ?? $("ls-query")).focus();
}

function say(key, number) {
  const state = $("ls-state");
  state.textContent = state.dataset[key].replace("{n}", number);
}

function make(tag, name = "", ...inside) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  node.append(...inside);
  return node;
}
