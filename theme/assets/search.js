// The search dialog: Pagefind finds, our own catalogue narrows.
const $ = (id) => document.getElementById(id);
const FACETS = ["kind", "themes", "countries", "groups", "levels"];
const STEP = 10;
let root, pagefind, catalog, rows, hits = [], shown = 0, turn = 0;

export async function open(base, query) {
  root = base;
  const dialog = $("ls-search");
  if (!dialog.open) dialog.showModal();
  if (!rows) listen(dialog);
  if (query) $("ls-query").value = query;
  $("ls-query").focus();
  $("ls-query").select();
  try {
    await load();
    await find();
  } catch (error) {
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
  if (catalog) return;
  const [found, data] = await Promise.all([
    import(new URL("pagefind/pagefind.js", root)),
    fetch(new URL("data/catalog.json", root)).then((answer) => answer.json()),
  ]);
  pagefind = found;
  await pagefind.init();
  for (const entry of data.entries) rows.set(new URL(entry.url, root).pathname, entry);
  catalog = data;
  offer(data.facets);
}

function offer(facets) {
  for (const facet of facets.filter((one) => FACETS.includes(one.id))) {
    const label = make("label", "", facet.title);
    const select = make("select");
    select.dataset.facet = facet.id;
    select.append(new Option($("ls-state").dataset.any, ""));
    for (const one of facet.options) select.append(new Option(one.label, one.id));
    select.addEventListener("change", narrow);
    label.append(select);
    $("ls-filters").append(label);
  }
}

async function find() {
  const query = $("ls-query").value.trim();
  const mine = ++turn;
  if (!query || !pagefind) {
    hits = [];
    return narrow();
  }
  const answer = await pagefind.debouncedSearch(query, {}, 120);
  if (answer === null || mine !== turn) return;
  hits = await Promise.all(answer.results.slice(0, 60).map(async (hit) => hit.data()));
  if (mine === turn) narrow();
}

function wanted() {
  return [...$("ls-filters").querySelectorAll("select")]
    .filter((select) => select.value)
    .map((select) => [select.dataset.facet, select.value]);
}

function narrow() {
  const filters = wanted();
  const query = $("ls-query").value.trim();
  let found = hits.map((hit) => ({ ...hit, entry: rows.get(new URL(hit.url, location).pathname) }));
  if (!query && filters.length) {
    found = [...rows].map(([url, entry]) => ({ url, entry, meta: { title: entry.title } }));
  }
  found = found.filter((hit) => filters.every(([facet, value]) => hit.entry?.facets[facet]?.includes(value)));
  shown = 0;
  $("ls-results").replaceChildren();
  show(found);
  if (!query && !filters.length) say("hint");
  else if (!found.length) say("none");
  else say(found.length === 1 ? "one" : "many", found.length);
}

function show(found) {
  const list = $("ls-results");
  list.querySelector(".ls-more")?.remove();
  for (const hit of found.slice(shown, shown + STEP)) list.append(result(hit));
  shown += STEP;
  if (found.length <= shown) return;
  const more = make("li", "ls-more");
  const button = make("button", "ls-button", $("ls-state").dataset.more);
  button.type = "button";
  button.addEventListener("click", () => show(found));
  more.append(button);
  list.append(more);
}

function result(hit) {
  const item = make("li");
  const link = make("a");
  link.href = hit.url;
  const kind = catalog.facets.find((one) => one.id === "kind")?.options.find((one) => one.id === hit.entry?.kind);
  link.append(make("small", "", kind?.label ?? hit.meta.kind ?? ""), make("b", "", hit.meta.title));
  const text = make("p");
  if (hit.excerpt) marked(text, hit.excerpt);
  else text.textContent = hit.entry?.summary ?? "";
  link.append(text);
  item.append(link);
  return item;
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

function make(tag, name = "", text = "") {
  const node = document.createElement(tag);
  if (name) node.className = name;
  node.append(text);
  return node;
}
