// The search dialog in two layers: our own few words at once, and below them Pagefind's passages.
// In a large portal our words weigh more than the passages, and come behind them.
import { make, open as lists } from "./common.js";
import { box } from "./search-box.js";
import { fold, grouped, load as quick, wordsOf } from "./quick.js";

const $ = (id) => document.getElementById(id);
const FACETS = ["kind", "themes", "countries", "groups", "levels"];
// Passages that are enough, that are listed at once, and that a filter looks through.
const ENOUGH = 5, STEP = 10, MOST = 60;
// Pieces of our words that come at once; more than the second number come only where all else fails.
const FEW = 2, SOME = 10;
let root, data, ask, loading, layer, pagefind, rows = new Map(), passages = [], hits = [], shown = 0, turn = 0, whole = true, made;

export async function open(base, dialog) {
  root = base;
  made ??= box(root, dialog).then(() => listen(dialog)).catch((error) => {
    made = undefined;
    throw error;
  });
  try {
    await (loading ??= load());
    await find();
  } catch (error) {
    loading = layer = data = undefined;
    // Without its words the box is of no use.
    if (!made) throw error;
    await made;
    say("failed");
    console.warn(error);
  }
}

function listen(dialog) {
  $("ls-query").addEventListener("input", find);
  $("ls-slash").checked = __md_get("slash") !== false;
  $("ls-slash").addEventListener("change", (event) => __md_set("slash", event.target.checked));
  dialog.addEventListener("keydown", arrows);
}

async function load() {
  [data] = await Promise.all([lists(root), made]);
  if (weight() <= FEW) await first();
  $("ls-filters").replaceChildren();
  for (const facet of data.facets) if (FACETS.includes(facet.id)) offer(facet);
  // The first layer does not wait for the second.
  import(new URL("pagefind/pagefind.js", root)).then(async (found) => {
    await found.options({ ranking: { metaWeights: { names: 5 } } });
    await found.init();
    pagefind = found;
  }).catch((error) => {
    whole = false;
    console.warn(error);
  }).then(find);
}

const weight = () => data.pieces?.quick?.length ?? 1;

function first() {
  return (layer ??= quick(root, data).then((found) => {
    for (const row of found.rows) rows.set(new URL(`./${row.url}`, root).pathname, row);
    ask = found;
  }));
}

function offer(facet) {
  const box = make("div");
  const label = make("label", "", facet.title);
  const select = make("select");
  const options = facet.id === "kind" ? data.kinds : facet.options;
  label.htmlFor = select.id = `ls-by-${facet.id}`;
  select.dataset.facet = facet.id;
  select.append(new Option($("ls-state").dataset.any, ""));
  for (const one of options) select.append(new Option(one.label, one.id));
  select.addEventListener("change", fill);
  box.append(label, select);
  $("ls-filters").append(box);
}

async function find() {
  if (!data) return;
  const query = asked(), mine = ++turn;
  passages = hits = [];
  if (pagefind) whole = true;
  busy(query);
  narrow();
  if (query && pagefind) {
    const answer = await pagefind.debouncedSearch(query, {}, 120).catch(console.warn);
    if (answer === null || mine !== turn) return;
    whole = Boolean(answer);
    passages = answer?.results.slice(0, MOST) ?? [];
  }
  await fill();
}

const asked = () => $("ls-query").value.trim();

// Brings what the results lack: a few passages before all else, then our own words where they are
// missed. Where they are not, they wait for what is typed next, and nothing moves below a finger.
async function fill() {
  const mine = turn, some = filters().length, query = asked(), ready = query && (pagefind || !whole);
  busy(query || some);
  await bring(ENOUGH);
  narrow();
  await bring(some ? MOST : STEP);
  const small = weight() <= SOME, missed = some || (ready && (!whole || passages.length < (small ? ENOUGH : 1)));
  const ours = (missed || (ready && small)) && first().catch(() => (layer = undefined));
  if (missed) await ours;
  if (mine !== turn) return;
  busy(query && !ready);
  narrow();
}

// A passage that does not come leaves a hole, and the others are shown.
async function bring(most) {
  const mine = turn;
  const found = await Promise.allSettled(passages.slice(0, most).map((hit) => hit.data()));
  if (mine !== turn || found.length <= hits.length) return;
  hits = found.map((one) => one.value);
  if (hits.includes(undefined)) whole = false;
}

// More results may come as long as this is said; nobody's place in the list is lost by it.
function busy(yes) {
  $("ls-results").ariaBusy = Boolean(yes);
}

function filters() {
  const selects = [...$("ls-filters").querySelectorAll("select")].filter((select) => select.value);
  return selects.map((select) => [select.dataset.facet, select.value]);
}

function fits(row) {
  return filters().every(([id, value]) => {
    if (id === "kind") return row?.kind === value;
    const place = data.facets.findIndex((one) => one.id === id);
    return row?.in?.[place].some((one) => data.facets[place].options[one].id === value);
  });
}

// Pagefind cuts a word that it does not know down until something begins with the rest: "thermometer" finds
// "the", and names' initials are found by any word. Half of the letters are enough to be a form of a word.
function sound({ excerpt }) {
  const marks = excerpt.match(/<mark>[^<]*/g)?.map((one) => fold(one.slice(6)));
  const least = wordsOf(asked()).map((word) => word.slice(0, Math.max(2, word.length >> 1)));
  return !marks || marks.some((one) => !/[\p{sc=Latn}\d]/u.test(one) || least.some((part) => one.includes(part)));
}

// Below the groups: passages, or without words all that fits the filters.
function listed() {
  if (!asked()) return filters().length && ask ? ask.rows.filter(fits).map((row) => ({ row })) : [];
  return hits.filter((hit) => hit && sound(hit)).map((hit) => ({ ...hit, row: rows.get(new URL(hit.url, location).pathname) })).filter((hit) => fits(hit.row));
}

function narrow() {
  const query = asked(), some = filters().length;
  $("ls-ways").search = query ? new URLSearchParams({ q: query }) : "";
  const words = $("ls-state").dataset;
  const groups = query && ask ? grouped(ask(query).filter(fits)) : [];
  const above = new Set(groups.flatMap(([, some]) => some.map((row) => row.url)));
  const found = listed();
  shown = 0;
  const here = document.activeElement?.closest("#ls-results a")?.href;
  $("ls-results").replaceChildren(...groups.map(([kind, some]) => group(kind, some)));
  if (found.length) {
    const list = make("ol");
    $("ls-results").append(...(groups.length ? [make("h2", "", words.text)] : []), list);
    show(list);
  }
  if (here) [...$("ls-results").querySelectorAll("a")].find((one) => one.href === here)?.focus();
  const number = above.size + found.filter((hit) => !above.has(hit.row?.url)).length + (some || !found.length ? 0 : passages.length - hits.length);
  const waits = $("ls-results").ariaBusy === "true";
  if (!query && !some) say("hint");
  else if (!number && waits) say("loading");
  else if (!number && !whole && !ask) say("failed");
  else say(number ? (number === 1 ? "one" : "many") : "none", number);
  if (!whole && ask) $("ls-state").append(" ", words.part);
  if (number || waits || (!query && !some) || $("ls-ways").hidden) return;
  const all = make("a", "", $("ls-ways").textContent);
  all.href = new URL("find/", root);
  $("ls-state").append(" ", all);
}

function group(kind, some) {
  const list = make("ol", "", ...some.map((row) => result({ row })));
  return make("section", "", make("h2", "", data.kinds.find((one) => one.id === kind)?.title ?? ""), list);
}

function show(list) {
  const found = listed();
  list.append(...found.slice(shown, (shown += STEP)).map(result));
  if (found.length <= shown && hits.length === passages.length) return;
  const button = make("button", "ls-button", $("ls-state").dataset.more);
  const more = make("li", "ls-more", button);
  button.type = "button";
  button.onclick = async () => {
    button.disabled = true;
    await bring(shown + STEP);
    if (!more.isConnected) return;
    more.remove();
    const at = list.childElementCount;
    show(list);
    (list.children[at] ?? list.lastChild).querySelector("a, button").focus();
  };
  list.append(more);
}

function result({ url, row, meta, excerpt }) {
  const link = make("a");
  link.href = url ?? new URL(`./${row.url}`, root);
  const kind = data.kinds.find((one) => one.id === row?.kind)?.label ?? meta?.kind ?? "";
  const text = make("p");
  // Found by a name that is no part of the text: no passage says why.
  if (excerpt?.includes("<mark>")) marked(text, excerpt);
  else text.textContent = row?.summary ?? meta?.summary ?? "";
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
  if (key !== "failed" || navigator.onLine || !state.dataset.away) return;
  const way = make("a", "", state.dataset.away);
  way.href = new URL("offline/", root);
  state.replaceChildren(way);
}
