// A tap on a term or a citation, or Enter, shows what it means, in place; a second one leads on.
const root = new URL("..", import.meta.url);
const note = document.getElementById("ls-note");
const [inside, bar] = note.children;
const [more, close] = bar.children;
const LINKS = 'a.ls-term, .ls-cites a[href^="#ref-"], .ls-cite a[href^="#ref-"]';
const PHONE = matchMedia("(max-width: 40em)");
let open = null, terms;

// The ear tells them apart by what they are about; heavy pages have no byte to spare for it.
for (const one of document.querySelectorAll(".ls-report")) {
  const said = one.closest(".ls-claim") ?? one.previousSibling;
  one.ariaLabel = `${one.textContent} ${said.textContent.trim().slice(0, 80)}`;
}
// Where the browser has no popovers, the links lead on as they always did.
if (note.showPopover) listen();

function listen() {
  note.hidden = false;
  document.addEventListener("click", clicked);
  document.addEventListener("focusin", focused);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && open) hide(note.contains(document.activeElement));
  });
  close.addEventListener("click", () => hide(true));
  more.addEventListener("click", () => hide());
}

function clicked(event) {
  const link = event.target.closest(LINKS);
  const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (link && plain && link !== open && !note.contains(link)) {
    event.preventDefault();
    show(link);
  } else if (open && !note.contains(event.target)) hide();
}

function focused({ target }) {
  if (open && target !== open && !note.contains(target)) hide();
}

async function show(link) {
  hide();
  open = link;
  const parts = link.hash.startsWith("#ref-") ? source(link) : await meaning(link);
  if (open !== link) return;
  if (!parts) {
    open = null;
    location.assign(link.href);
    return;
  }
  more.href = link.href;
  more.textContent = more.dataset[link.hash.startsWith("#ref-") ? "source" : "term"];
  note.ariaLive = "polite";
  link.setAttribute("aria-describedby", note.id);
  // Beside its link, so that Tab leads into it and on.
  link.after(note);
  note.showPopover();
  inside.replaceChildren(...parts);
  place(link);
}

function hide(back = false) {
  if (!open) return;
  const link = open;
  link.removeAttribute("aria-describedby");
  if (note.matches(":popover-open")) note.hidePopover();
  if (back) link.focus();
  open = null;
}

function source(link) {
  const item = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  return item && [...item.cloneNode(true).childNodes];
}

async function meaning(link) {
  try {
    terms ??= fetch(new URL("data/terms.json", root)).then((answer) => answer.json());
    const found = (await terms)[link.pathname.slice(root.pathname.length)];
    if (!found) return null;
    const rows = found.says.map(([whose, says]) => make("p", whose && make("i", `${whose}: `), says));
    return [make("b", found.title), ...rows];
  } catch {
    terms = undefined;
    return null;
  }
}

function make(tag, ...parts) {
  const node = document.createElement(tag);
  node.append(...parts);
  return node;
}

function place(link) {
  const at = link.getClientRects()[0];
  if (PHONE.matches) {
    note.removeAttribute("style");
    // At the foot of the screen it must not cover what it explains.
    return scrollBy(0, Math.max(0, at.bottom + note.offsetHeight + 6 - innerHeight));
  }
  const below = at.bottom + note.offsetHeight + 12 < innerHeight;
  const top = below ? at.bottom + 6 : Math.max(6, at.top - note.offsetHeight - 6);
  const left = Math.max(8, Math.min(at.left, innerWidth - note.offsetWidth - 24));
  note.style.top = `${top + scrollY}px`;
  note.style.left = `${left + scrollX}px`;
}
