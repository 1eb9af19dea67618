// What every page may need: light or dark, and the way to the search, which loads on first use.
const root = new URL("..", import.meta.url);

document.querySelector("[data-ls=scheme]")?.addEventListener("click", () => {
  const scheme = document.body.dataset.mdColorScheme === "slate" ? "default" : "slate";
  document.body.dataset.mdColorScheme = scheme;
  __md_set("__palette", { color: { scheme } });
});

async function search(query = "") {
  const { open } = await import(new URL("assets/search.js", root));
  open(root, query);
}

for (const button of document.querySelectorAll("[data-ls=search]")) {
  button.addEventListener("click", () => search(button.dataset.query));
}

for (const button of document.querySelectorAll("[data-ls=copy]")) {
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = button.dataset.done;
  });
}

for (const button of document.querySelectorAll("[data-ls=clear]")) {
  button.addEventListener("click", async () => {
    if (confirm(button.dataset.sure)) (await import("./store.js")).clear();
  });
}

// What only some pages need names itself there.
for (const name of new Set([...document.querySelectorAll("[data-use]")].map((one) => one.dataset.use))) {
  import(`./${name}.js`);
}

// Where there is room beside the text, the contents need no tap.
if (matchMedia("(min-width: 76em)").matches) {
  for (const one of document.querySelectorAll(".ls-toc details")) one.open = true;
}

// Paper cannot be opened by a tap.
addEventListener("beforeprint", () => {
  for (const one of document.querySelectorAll("details")) one.open = true;
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  const slash = event.key === "/" && !typing && __md_get("slash") !== false;
  const control = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
  if ((slash && !event.ctrlKey && !event.metaKey && !event.altKey) || control) {
    event.preventDefault();
    search();
  }
});
