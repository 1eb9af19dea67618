// The reader's role, chosen once: what speaks to it comes first, and nothing disappears.
import { read, works, write } from "./store.js";

const box = document.querySelector("[data-use=role]");
const state = box.querySelector("[role=status]");
const pick = box.querySelector("select");
const list = box.parentElement.querySelector(".ls-takeaways");
const order = list && [...list.children];

pick.value = read("role").group ?? "";
if (pick.selectedIndex < 0) pick.value = "";
pick.addEventListener("change", () => {
  const kept = write("role", pick.value ? { group: pick.value } : {});
  show();
  if (!kept) say("unkept");
  else if (pick.value && !list) say("kept");
});
document.addEventListener("ls-cleared", () => {
  pick.value = "";
  show();
});
box.hidden = false;
show();
if (!works()) say("unkept");

function show() {
  say("");
  if (!list) return;
  list.append(...order);
  for (const one of order) one.classList.remove("ls-mine");
  const mine = order.find((one) => one.id === `for-${pick.value}`);
  if (mine) {
    mine.classList.add("ls-mine");
    list.prepend(mine);
  } else if (pick.value) say("none");
}

function say(word) {
  state.textContent = word && box.dataset[word];
}
