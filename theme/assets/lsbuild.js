// What every page may need: light or dark, and the way to the search, which loads on first use.
const root = new URL("..", import.meta.url);

document.querySelector("[data-ls=scheme]")?.addEventListener("click", () => {
  const scheme = document.body.dataset.mdColorScheme === "slate" ? "default" : "slate";
  document.body.dataset.mdColorScheme = scheme;
  __md_set("__palette", { color: { scheme } });
});

// A place for words is there at once, and keeps what is typed until the rest of the search has come.
let dialog;
function ready() {
  dialog = document.createElement("dialog");
  dialog.className = dialog.id = "ls-search";
  dialog.innerHTML = `<div class="ls-search-box"><input id="ls-query" type="search" autocomplete="off" autocapitalize="off" spellcheck="false" placeholder="…">
<button type="button" class="ls-button" data-ls="close">×</button></div>`;
  const field = dialog.querySelector("input");
  dialog.ariaLabel = field.ariaLabel = document.querySelector(".ls-search-open").ariaLabel;
  dialog.addEventListener("click", ({ target }) => target.matches("dialog, [data-ls=close]") && dialog.close());
  document.body.append(dialog);
  return field;
}

// Where the search does not come, the page that finds is the next best. Without any network a reader
// keeps the page that is open, unless the worker has something to show.
async function search(query) {
  const field = dialog?.querySelector("input") ?? ready();
  if (!dialog.open) dialog.showModal();
  if (query) field.value = query;
  field.focus();
  field.select();
  try {
    const { open } = await import(new URL("assets/search.js", root));
    await open(root, dialog);
  } catch (error) {
    console.warn(error);
    if (!dialog.open) return;
    dialog.close();
    if (!navigator.onLine && !navigator.serviceWorker?.controller) return;
    location.assign(new URL(`find/${field.value && `?q=${encodeURIComponent(field.value)}`}`, root));
  }
}

// Some of the buttons come later.
document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-ls=search]");
  if (button) search(button.dataset.query);
});

document.querySelector("[data-ls=print]")?.addEventListener("click", () => print());

for (const button of document.querySelectorAll("[data-ls=copy]")) {
  button.addEventListener("click", async () => {
    const words = document.getElementById(button.dataset.copy);
    try {
      const { copy } = await import("./give.js");
      const done = await copy(words.textContent, button);
      button.nextElementSibling.textContent = button.dataset[done ? "done" : "byhand"];
    } catch {
      words.parentElement.open = true;
    }
  });
}

for (const button of document.querySelectorAll("[data-ls=clear]")) {
  button.addEventListener("click", async () => {
    const state = (button.closest(".ls-sheet") ?? button.parentElement).querySelector("[role=status]");
    state.textContent = "";
    if (!confirm(button.dataset.sure)) return;
    const done = await import("./store.js").then(({ clear }) => clear()).catch(console.warn);
    state.textContent = button.dataset[done ? "done" : "failed"];
  });
}

// What only some pages need names itself there. Should it not come, they show what stands in for it.
for (const name of new Set([...document.querySelectorAll("[data-use]")].map((one) => one.dataset.use))) {
  import(`./${name}.js`).catch((error) => {
    console.warn(error);
    document.documentElement.classList.remove("js");
  });
}

// Where there is room beside the text, the contents need no tap.
if (matchMedia("(min-width: 76em)").matches) {
  for (const one of document.querySelectorAll(".ls-toc details")) one.open = true;
}

// Paper cannot be opened by a tap; on the screen, answers stay with who has not asked for them. A lesson
// prints its answers at its end.
const opened = [];
addEventListener("beforeprint", () => {
  opened.push(...document.querySelectorAll("details:not([open], .ls-decision *, .ls-check *)"));
  for (const one of opened) one.open = true;
});
addEventListener("afterprint", () => {
  for (const one of opened.splice(0)) one.open = false;
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
