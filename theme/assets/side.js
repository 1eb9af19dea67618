// What is the same and what differs between columns, told in words. No page is touched here.

// One row for each thing that is compared: how alike the columns are, and what each one says.
export function columns(found, titles, words) {
  return titles.map(([name, title]) => {
    const cells = found.map((one) => ({ title: one.title, url: one.url, tags: [], told: [], ...one.rows[name] }));
    for (const cell of cells) for (const tag of cell.tags) tag.in = cells.filter((one) => has(one, tag)).length;
    for (const cell of cells) cell.of = cells.length;
    return { title, cells, ...alike(cells, words) };
  });
}

function has(cell, tag) {
  return cell.tags.some((one) => one.id === tag.id);
}

function alike(cells, words) {
  const telling = cells.filter((one) => one.told.length || one.tags.length);
  if (!telling.length) return { sort: "none", word: words.nobody };
  if (cells.length < 2) return { sort: "none", word: "" };
  if (telling.length < cells.length) {
    const word = words.some.replace("{n}", telling.length).replace("{all}", cells.length);
    return { sort: "none", word };
  }
  if (cells.some((one) => !one.tags.length)) return { sort: "none", word: words.own };
  const counts = cells.flatMap((cell) => cell.tags.map((tag) => tag.in));
  if (Math.min(...counts) === cells.length) return { sort: "same", word: words.same };
  const most = Math.max(...counts);
  if (most === 1) return { sort: "other", word: words.other };
  return { sort: "part", word: most === cells.length ? words.part : words.notall };
}

// The typed words of a cell, grouped by how many columns share them.
export function tagged({ tags, of }, words) {
  if (of < 2) return tags.length ? [["", tags.map((one) => one.label).join(", ")]] : [];
  const groups = [
    [of === 2 ? words.inboth : words.inall, (tag) => tag.in === of],
    [words.insome, (tag) => tag.in > 1 && tag.in < of],
    [words.only, (tag) => tag.in === 1],
  ];
  return groups
    .map(([word, fits]) => [word, tags.filter(fits).map((one) => one.label).join(", ")])
    .filter(([, labels]) => labels);
}

export function asText(rows, words, address) {
  const blocks = rows.map(({ title, word, cells }) => {
    const parts = cells.map((cell) => {
      const tags = tagged(cell, words).map(([mark, labels]) => `  ${mark && `${mark}: `}${labels}`);
      const told = cell.told.map(({ says, label, sure }) => `  - ${label ? `${label}: ` : ""}${says}${sure ? ` (${sure.join(", ")})` : ""}`);
      return [cell.title, ...tags, ...(told.length ? told : [`  ${words.untold}`])].join("\n");
    });
    return `${title.toUpperCase()}${word ? ` (${word})` : ""}\n${parts.join("\n")}`;
  });
  return `${blocks.join("\n\n")}\n\n${address}\n`;
}
