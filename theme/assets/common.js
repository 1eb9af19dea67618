// What several pages need: an element, a file of data, and the lists that are searched and found in.
// A short list lies in one file; of a long one, data/find.json names the pieces.
export function make(tag, name = "", ...inside) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  node.append(...inside);
  return node;
}

export async function json(root, name) {
  const answer = await fetch(new URL(`data/${name}`, root));
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

// What can be found: its facets and first entries, and functions that bring the rest.
export async function open(root) {
  const data = await json(root, "find.json");
  data.told = [];
  data.tell = list(root, "told", data, data.told);
  const rest = list(root, "find", data, data.entries);
  data.whole = async () => (data.pieces?.find ? rest() : []);
  return data;
}

// Brings the pieces that hold some places, or all, into rows. A piece that does not come, or is one
// of another version, leaves a hole and an `undefined`; it is asked for again the next time.
export function list(root, name, { pieces }, rows) {
  const names = pieces?.[name], each = names ? pieces.each : 1e9, asked = [];
  const load = async (n) => {
    const piece = await json(root, names ? `${name}/${n}.json?${names[n]}` : `${name}.json`);
    if (piece.of !== names?.[n]) throw new Error(name);
    piece.rows.forEach((row, at) => (rows[n * each + at] = row));
    return true;
  };
  const one = (n) => (asked[n] ??= load(n).catch((error) => (console.warn(error), asked[n] = undefined)));
  return (places) => {
    const numbers = places ? places.map((place) => Math.floor(place / each)) : (names ?? [0]).keys();
    return Promise.all([...new Set(numbers)].map(one));
  };
}
