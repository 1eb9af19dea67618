// The box of the search, made on first use: most readers of a page never open it.
import { json } from "./common.js";

const PARTS = `<div class="ls-search-box"><label class="ls-hidden" for="ls-query"></label>
<input id="ls-query" type="search" autocomplete="off" autocapitalize="off" spellcheck="false">
<button type="button" class="ls-button" data-ls="close"></button></div>
<div class="ls-filters" id="ls-filters"></div>
<p class="ls-search-state" id="ls-state" role="status"></p>
<div class="ls-results" id="ls-results"></div>
<p class="ls-search-keys"><a id="ls-ways"></a> <label><input type="checkbox" id="ls-slash"> <span></span></label></p>`;

export async function box(root) {
  const [words] = await Promise.all([json(root, `words.${document.documentElement.lang}.json`), looks(root)]);
  const dialog = document.createElement("dialog");
  dialog.className = dialog.id = "ls-search";
  dialog.ariaLabel = words.search;
  dialog.innerHTML = PARTS;
  const at = (selector) => dialog.querySelector(selector);
  at("label").textContent = words.ask;
  at("#ls-query").placeholder = words.example;
  at("button").textContent = words.close;
  at("label span").textContent = words.slash;
  Object.assign(at("#ls-state").dataset, words.state);
  at("#ls-ways").textContent = words.ways;
  at("#ls-ways").hidden = !words.ways;
  at("#ls-ways").href = new URL("find/", root);
  document.body.append(dialog);
  return dialog;
}

// Without its looks it is still a search.
function looks(root) {
  return new Promise((done) => {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = new URL("assets/search.css", root);
    sheet.onload = sheet.onerror = done;
    document.head.append(sheet);
  });
}
