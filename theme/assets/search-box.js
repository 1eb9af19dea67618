// What the box of the search has below its field, made on first use: most readers never open it.
import { json } from "./common.js";

const PARTS = `<div class="ls-filters" id="ls-filters"></div>
<p class="ls-search-state" id="ls-state" role="status"></p>
<div class="ls-results" id="ls-results"></div>
<p class="ls-search-keys"><a id="ls-ways"></a> <label><input type="checkbox" id="ls-slash"> <span></span></label></p>`;

export async function box(root, dialog) {
  const [words] = await Promise.all([json(root, `words.${document.documentElement.lang}.json`), looks(root)]);
  dialog.insertAdjacentHTML("beforeend", PARTS);
  const at = (selector) => dialog.querySelector(selector);
  at("#ls-query").ariaLabel = words.ask;
  at("#ls-query").placeholder = words.example;
  at("button").textContent = words.close;
  at("label span").textContent = words.slash;
  Object.assign(at("#ls-state").dataset, words.state);
  at("#ls-state").textContent = words.state.loading;
  at("#ls-ways").textContent = words.ways;
  at("#ls-ways").hidden = !words.ways;
  at("#ls-ways").href = new URL("find/", root);
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
