// Lessons that work: a choice is marked, a lesson is marked as done, lists say how far one is.
import { read, works, write } from "./store.js";

const here = document.querySelector("[data-use=progress]");
const words = here.dataset;
const name = (address) => new URL(address, location).pathname.split("/").slice(-3).join("/");
let done = read("done");

if ("lesson" in words) lesson(here.querySelector("button"), here.querySelector("[role=status]"));
else list();

function lesson(button, state) {
  const mine = name(location.href);
  const show = () => (button.textContent = mine in done ? words.done : words.mark);
  button.addEventListener("click", () => {
    done = read("done");
    if (mine in done) delete done[mine];
    else done[mine] = new Date().toISOString().slice(0, 10);
    state.textContent = write("done", done) ? words.kept : words.unkept;
    show();
  });
  document.addEventListener("click", chosen);
  document.addEventListener("ls-cleared", () => {
    done = {};
    state.textContent = "";
    show();
  });
  if (!works()) state.textContent = words.unkept;
  here.hidden = false;
  show();
}

// The first way a reader takes is theirs; the others are opened to compare.
function chosen({ target }) {
  const option = target.closest(".ls-decision summary, .ls-check summary");
  const group = option?.closest(".ls-decision, .ls-check > li");
  if (!group || group.querySelector(".ls-chosen")) return;
  option.append(mark("ls-chosen", words.chosen));
}

function list() {
  const cards = [...document.querySelectorAll(".ls-card.ls-kind--lesson")].map((card) => {
    const link = card.querySelector("a");
    return { card, link, name: name(link.href) };
  });
  const show = () => {
    const ready = cards.filter((one) => one.name in done);
    for (const { card } of cards) card.querySelector(".ls-chosen")?.remove();
    for (const { card } of ready) card.querySelector(".ls-card-kind").append(mark("ls-chosen", words.done));
    here.hidden = !ready.length;
    here.textContent = "";
    if (here.hidden) return;
    here.textContent = words.count.replace("{n}", ready.length).replace("{all}", cards.length);
    const next = cards.find((one) => !(one.name in done));
    if (next) here.append(`. ${words.next} `, way(next.link));
  };
  document.addEventListener("ls-cleared", () => {
    done = {};
    show();
  });
  // Coming back from a lesson, a page may be shown as it was left.
  addEventListener("pageshow", () => {
    done = read("done");
    show();
  });
  show();
}

function way(link) {
  const copy = document.createElement("a");
  copy.href = link.href;
  copy.textContent = link.textContent;
  return copy;
}

function mark(kind, text) {
  const node = document.createElement("span");
  node.className = kind;
  node.textContent = text;
  return node;
}
