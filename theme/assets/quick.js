// What the search finds at once: our own few words about each entry, in lunr, forgiving of typos.
import { list } from "./common.js";

const FIELDS = { title: 9, named: 7, told: 3, filed: 1 };
// Facets whose labels do not say what a page is about.
const NOT_ABOUT = /^(kind|results|how_measured|who_says|period|depth)$/;
// Words that questions are made of, in the four languages; lunr has a longer list for English.
const COMMON = `about after all am and any are because been before being but can could did does done each
for from get gets getting give given goes going got had has have having here how into its just keep know let like
make makes may more most much must need new not nothing now off only other our out over own really say says
should so some still such tell than that the their them then there these they thing things this those too try
under upon use very want was way well were what when where whether which while who whom whose why will with
without would yet you your des les une est pas que qui quoi pour dans sur avec nos nous mon mes comment
pourquoi quand los las una del por para con sin como que mis nuestro nuestra nao uma dos das com meu minha
nosso nossa porque quando como`.split(/\s+/);
const SOFT = { source: 0.45, page: 0.8, term: 0.9 };
let common;

export const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
// Thai, Lao, Burmese, Khmer, kana and Chinese characters: no space stands between words, and each
// pair of letters is one. `_quick.py` has the same rule, and a test holds both together.
const UNSPACED = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u9fff\\u{20000}-\\u{3ffff}";
const RUN = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, "gu"), SOME = new RegExp(`[${UNSPACED}]`, "u");

export function wordsOf(text) {
  const folded = fold(text), words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  // Most texts have no such letter, and are spared the closer look.
  return SOME.test(folded) ? words.flatMap((word) => word.match(RUN).flatMap(pairs)) : words;
}

function pairs(run) {
  const letters = [...run];
  return !letters[1] || !SOME.test(run) ? [run] : letters.slice(1).map((letter, at) => letters[at] + letter);
}

// The search as a function from words to hits, best first; `data` is what `open` of the pieces gives.
export async function load(root, data) {
  const words = [];
  const parts = [data.whole(), data.tell(), list(root, "quick", data, words)(), script(root)];
  if ((await Promise.all(parts)).flat().includes(undefined)) throw new Error("words");
  return prepare(globalThis.lunr, data, words);
}

// lunr is no module: it sets a name.
function script(root) {
  if (globalThis.lunr) return null;
  return new Promise((done, failed) => {
    const node = document.createElement("script");
    node.src = new URL("assets/lunr.js", root);
    node.onload = done;
    node.onerror = failed;
    document.head.append(node);
  });
}

export async function prepare(lunr, data, words) {
  common ??= new Set(COMMON);
  const filed = (entry) => data.facets.flatMap(({ id, options }, at) => (NOT_ABOUT.test(id) ? [] : entry.in[at].map((one) => options[one].label))).join(" ");
  const rows = data.entries.map((entry, place) => ({ ...entry, place, filed: filed(entry), summary: data.told[place], kind: data.facets[0].options[entry.in[0][0]].id, words: words[place] }));
  for (const entry of words.slice(rows.length)) rows.push({ ...entry, facts: [] });
  const index = await fill(lunr, rows);
  const stem = (word) => lunr.stemmer(new lunr.Token(word)).toString();
  return Object.assign((query) => ask(index, rows, stem, query), { rows });
}

async function fill(lunr, rows) {
  const both = (token) => {
    const stemmed = lunr.stemmer(token.clone());
    return stemmed.toString() === token.toString() ? token : [token, stemmed];
  };
  // The page that finds and the search box fill one each, and lunr complains of a second name.
  const known = lunr.Pipeline.registeredFunctions;
  if (!known.both) lunr.Pipeline.registerFunction(both, "both");
  const builder = new lunr.Builder();
  builder.pipeline.add(known.both);
  builder.b(0.4);
  builder.ref("id");
  for (const [name, boost] of Object.entries(FIELDS)) builder.field(name, { boost });
  for (const [id, row] of rows.entries()) {
    const [names, ask, more] = row.words;
    const texts = { title: row.title, named: `${names} ${ask}`, told: [row.summary, ...row.facts, more].join(" "), filed: row.filed ?? "" };
    for (const name in texts) texts[name] = wordsOf(texts[name]).filter((word) => !common.has(word)).join(" ");
    builder.add({ id, ...texts }, { boost: SOFT[row.kind] ?? 1 });
    // A slow phone stays awake meanwhile.
    if (id % 40 === 39) await new Promise((done) => setTimeout(done));
  }
  return builder.build();
}

// Each word is asked by itself, so that a page with more of the words comes before one with more
// of one word.
function ask(index, rows, stem, query) {
  const all = wordsOf(query).filter((word) => word.length > 1);
  const telling = all.filter((word) => (word.length > 2 || SOME.test(word)) && !common.has(word));
  const words = [...new Set(telling.length ? telling : all)];
  const scores = new Map();
  words.forEach((word, at) => {
    for (const [ref, score] of hits(index, word, stem(word), at === words.length - 1)) {
      const known = scores.get(ref) ?? { score: 0, words: 0 };
      scores.set(ref, { score: known.score + score, words: known.words + 1 });
    }
  });
  const folded = wordsOf(query).join(" ");
  const found = [...scores].map(([ref, { score, words: met }]) => {
    const row = rows[ref];
    const share = met / words.length;
    const named = [row.title, ...row.words[0].split(" | ")].some((name) => wordsOf(name).join(" ") === folded);
    return { ...row, score: score * share * share * (named ? 3 : 1) };
  });
  return found.sort((one, other) => other.score - one.score);
}

// Exact words and their stems; the last word also as a beginning; slips only where nothing is exact.
function hits(index, word, stemmed, last) {
  const found = new Map();
  const add = (share, build) => {
    for (const { ref, score } of index.query(build)) found.set(ref, Math.max(found.get(ref) ?? 0, share * score));
  };
  add(1, (query) => query.term(word, {}));
  if (stemmed !== word) add(0.8, (query) => query.term(stemmed, {}));
  const long = word.length > 3;
  if (long && (last || !found.size)) add(0.6, (query) => query.term(word, { wildcard: 2 }));
  if (long && !found.size) add(0.7, (query) => query.term(word, { editDistance: 1 }));
  if (word.length > 6 && !found.size) add(0.5, (query) => query.term(word, { editDistance: 2 }));
  if (word.length > 5 && !found.size) add(0.3, (query) => query.term(stemmed, { wildcard: 2 }));
  return found;
}

// What is worth showing, in groups by kind: the kind with the best hit first.
export function grouped(hits, least = 0.12, most = 12) {
  const groups = new Map();
  for (const hit of hits.slice(0, most)) {
    if (hit.score < hits[0].score * least) break;
    groups.set(hit.kind, [...(groups.get(hit.kind) ?? []), hit]);
  }
  return [...groups];
}
