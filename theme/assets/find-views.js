// Three ways to look at the same result: a list, a table of evidence, cases like the reader's place.
import { make } from "./common.js";
import { go, here } from "./find.js";

const STEP = 20;
const STRONG = "how_measured";

export function list(found, page, why) {
  const { out, words, rest, data } = page;
  const cards = make("ul", "ls-cards");
  let shown = 0;
  const more = make("button", "ls-button ls-find-more", words.more);
  const part = make("p", "ls-by");
  more.type = "button";
  const step = async () => {
    if (rest && shown && found.length < shown + STEP) {
      more.textContent = words.wait;
      found = await rest();
      more.textContent = words.more;
    }
    const next = found.slice(shown, shown + STEP).map((entry) => card(entry, page, why?.(entry)));
    cards.append(...next);
    if (shown) next[0]?.querySelector("a").focus();
    shown += next.length;
    const all = rest ? data.total : found.length;
    more.hidden = part.hidden = shown >= all;
    part.textContent = words.part.replace("{n}", shown).replace("{all}", all);
    page.tell();
  };
  more.addEventListener("click", step);
  out.replaceChildren(cards, part, more);
  step();
}

function card(entry, { data, root }, why) {
  const labels = (id) => inside(entry, id, data).map((value) => data.facets[data.place[id]].options[value]);
  const link = make("a", "", entry.title);
  link.href = new URL(`./${entry.url}`, root);
  if (entry.lang) link.lang = link.hreflang = entry.lang;
  const depth = labels("depth").filter((one) => one.id !== "case");
  const kind = [...labels("kind"), ...depth].map((one) => one.label).join(" · ");
  const facts = entry.facts.map((fact) => make("li", "", fact));
  facts.push(...(entry.results ?? []).map(([id, text]) => make("li", `ls-result ls-result--${id}`, text)));
  const summary = make("p", "ls-card-summary");
  summary.dataset.told = data.entries.indexOf(entry);
  if (entry.lang) summary.lang = entry.lang;
  return make(
    "li",
    `ls-card ls-kind--${labels("kind")[0]?.id}`,
    make("p", "ls-card-kind", kind),
    make("p", "ls-card-title", link),
    ...(why ? [why] : []),
    summary,
    ...(facts.length ? [make("ul", "ls-card-facts", ...facts)] : []),
  );
}

function inside(entry, id, data) {
  return entry.in[data.place[id]] ?? [];
}

export function table(found, page) {
  const { data, state, words, out } = page;
  const [down, across] = state.table === "themes" ? ["themes", "loops"] : ["actions", "levels"];
  const both = ["actions", "themes"].filter((one) => data.place[one] !== undefined);
  const choices = both.map((one) => {
    const link = here(make("a", "", words[`table${one}`]), { table: one });
    if (one === state.table) link.setAttribute("aria-current", "true");
    return make("li", "", link);
  });
  const rows = data.facets[data.place[down]]?.options;
  const columns = data.facets[data.place[across]]?.options;
  if (!rows || !columns) return out.replaceChildren(make("p", "", words.empty));
  const cells = gather(found, down, across, data);
  const head = make("tr", "", make("td"), ...columns.map((one) => scoped("th", "col", one.label)));
  const body = make("tbody");
  let of;
  rows.forEach((row, y) => {
    if (row.of !== of) {
      of = row.of;
      const title = scoped("th", "rowgroup", make("span", "", of));
      title.colSpan = columns.length + 1;
      body.append(make("tr", "ls-find-group", title));
    }
    const line = columns.map((_, x) => cell(cells.get(`${y} ${x}`), { [down]: y, [across]: x }, page));
    body.append(make("tr", "", scoped("th", "row", row.label), ...line));
  });
  const caption = make("caption", "ls-hidden", words[`table${state.table}`]);
  const box = make("div", "ls-table ls-find-table", make("table", "", caption, make("thead", "", head), body));
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", words[`table${state.table}`]);
  out.replaceChildren(make("ul", "ls-find-ways", ...choices), make("p", "ls-by", words.tablenote), box);
  if (found.length) document.getElementById("find-state").textContent = many(found.length, words);
}

const many = (number, words) => (number === 1 ? words.onecase : words.manycases.replace("{n}", number));

function scoped(tag, scope, text) {
  const node = make(tag, "", text);
  node.scope = scope;
  return node;
}

// How many cases a cell has, and the best that any of them was measured by.
function gather(cases, down, across, data) {
  const cells = new Map();
  for (const entry of cases) {
    const strongest = Math.min(...inside(entry, STRONG, data));
    for (const y of inside(entry, down, data)) {
      for (const x of inside(entry, across, data)) {
        const known = cells.get(`${y} ${x}`) ?? { count: 0, strongest: Infinity };
        cells.set(`${y} ${x}`, { count: known.count + 1, strongest: Math.min(known.strongest, strongest) });
      }
    }
  }
  return cells;
}

function cell(known, picked, { data, state, words }) {
  if (!known) {
    const sign = make("span", "", "–");
    sign.ariaHidden = true;
    return make("td", "ls-find-none", sign, make("span", "ls-hidden", words.nocell));
  }
  const picks = state.picks.map((one) => new Set(one));
  for (const [id, value] of Object.entries(picked)) picks[data.place[id]] = new Set([value]);
  picks[data.place.kind] = new Set([data.cases]);
  const how = data.facets[data.place[STRONG]]?.options[known.strongest]?.label;
  return make("td", "", here(make("a", "", many(known.count, words)), { view: "list", picks }), make("small", "", how ?? words.nomeasure));
}

export function near(found, page) {
  const { data, state, words } = page;
  form(page);
  const mine = state.mine;
  const told = data.setting.filter((field) => mine[field]?.length);
  if (!told.length) return list(found, page);
  const ranked = found.map((entry) => {
    const theirs = Object.fromEntries(data.setting.map((field) => [field, inside(entry, field, data)]));
    const known = told.filter((field) => theirs[field].length).length;
    return { entry, theirs, known, far: distance(mine, theirs, told) };
  });
  ranked.sort((one, other) => one.far - other.far || other.known - one.known);
  const by = new Map(ranked.map((row) => [row.entry, row]));
  list(ranked.map((row) => row.entry), page, (entry) => reason(by.get(entry).theirs, told, page));
  if (ranked.length > 1) document.getElementById("find-state").textContent = words.ranked.replace("{n}", ranked.length);
}

// Why a case stands where it does, in words.
function reason(theirs, told, { data, state, words }) {
  const labels = (field, values) => values.map((value) => data.facets[data.place[field]].options[value].label);
  const parts = { same: [], there: [], notthere: [], unknown: [] };
  for (const field of told) {
    const mine = state.mine[field];
    if (!theirs[field].length) parts.unknown.push(data.facets[data.place[field]].title);
    else {
      parts.same.push(...labels(field, mine.filter((value) => theirs[field].includes(value))));
      parts.there.push(...labels(field, theirs[field].filter((value) => !mine.includes(value))));
      parts.notthere.push(...labels(field, mine.filter((value) => !theirs[field].includes(value))));
    }
  }
  const rows = Object.entries(parts).filter(([, some]) => some.length);
  const lines = rows.map(([key, some]) => make("li", "", make("b", "", `${words[key]}${words.colon}`), some.join(", ")));
  return make("ul", "ls-find-why", ...lines);
}

// The reader's own setting: the same terms as the cases have.
function form({ data, state }) {
  const into = document.getElementById("find-mine");
  if (!into.childElementCount) {
    for (const field of data.setting.filter((one) => data.place[one] !== undefined)) {
      const facet = data.facets[data.place[field]];
      const group = make("fieldset", "", make("legend", "", facet.title));
      facet.options.forEach((option, value) => {
        const box = make("input");
        box.type = "checkbox";
        box.name = field;
        box.value = value;
        box.addEventListener("change", () => go({ mine: { ...chosen(into) } }));
        group.append(make("label", "", box, make("span", "", option.label)));
      });
      into.append(group);
    }
  }
  for (const box of into.querySelectorAll("input")) {
    box.checked = state.mine[box.name]?.includes(Number(box.value)) ?? false;
  }
}

function chosen(into) {
  const mine = {};
  for (const box of into.querySelectorAll("input:checked")) (mine[box.name] ??= []).push(Number(box.value));
  return mine;
}

// Gower's distance between two settings; lsbuild/relations/distance.py says where it comes from.
export function distance(one, other, fields) {
  const told = fields.filter((field) => one[field]?.length || other[field]?.length);
  return told.reduce((sum, field) => sum + apart(one[field] ?? [], other[field] ?? []), 0) / Math.max(1, told.length);
}

function apart(one, other) {
  if (!one.length || !other.length) return 0.5;
  const shared = one.filter((value) => other.includes(value)).length;
  return 1 - shared / new Set([...one, ...other]).size;
}
