// What is kept on this device, and what can be: this page asks, the worker keeps.
const tool = document.querySelector("[data-use=offline]"), words = tool.dataset;
const root = new URL("..", import.meta.url);
const cacheName = `ls:${root.pathname}`;
const query = new URLSearchParams(location.search);
const $ = (id) => document.getElementById(`offline-${id}`);
let index;

begin().catch(() => say("blocked")).finally(() => tool.classList.add("ls-ready"));

async function begin() {
  const here = await navigator.serviceWorker.getRegistration(root);
  await show();
  $("app").hidden = false;
  if (here?.scope === root.href) await ask("look");
  if (navigator.onLine) index = await get("index", { cache: "no-cache" }).catch(() => {});
  await show();
  const missing = query.get("missing") ?? "";
  // Anybody can send people here with any words: only what may be a page of ours is shown.
  if (/^[a-z0-9][a-z0-9/.-]*$/.test(missing) && !missing.includes("..")) say("missing").append(" ", link(missing, missing));
  else if (!index) say("away");
  document.addEventListener("ls-cleared", show);
}

const get = async (name, how) => (await fetch(new URL(`data/offline/${name}.json`, root), how)).json();

// The last word of the worker; until then, how far it is.
async function ask(...task) {
  const { active } = await navigator.serviceWorker.ready;
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data: [end, value, max] }) => (end ? done(end) : Object.assign($("done"), { max, value }));
    active.postMessage(task, [port2]);
  });
}

async function run(...task) {
  let end = "blocked";
  say("loading");
  $("app").inert = true;
  $("done").hidden = false;
  try {
    await navigator.serviceWorker.register(new URL("worker.js", root));
    do end = await ask(...task);
    while (end === "more");
  } catch {}
  await show();
  $("app").inert = false;
  $("done").hidden = true;
  say(end === "done" ? `${task[0]}done` : end).focus();
}

async function show() {
  const found = await caches.match(`${root}.kept/record`, { cacheName });
  const record = await found?.json().catch(() => {});
  const { packs, newer } = record?.v === 1 && record.packs ? record : { packs: {} };
  const kept = Object.entries(packs).map(([id, one]) => item(one, text(`here${count(one)}`, one), "drop", id));
  if (kept[1]) kept.push(item({}, "", "clear"));
  if (newer) kept.push(item({}, text("newer", { load: newer }), "load"));
  $("kept").replaceChildren(...kept);
  $("none").hidden = kept.length;
  const asked = query.get("keep");
  const rows = { ...(asked?.endsWith("/") && (await page(asked))), ...index?.packs };
  const more = Object.entries(rows).filter(([id]) => !packs[id]);
  $("more").replaceChildren(...more.map(([id, one]) => item(one, text(count(one), one), "keep", id)));
  $("can").hidden = !more.length;
  // The first thing that is kept brings what all pages share.
  $("base").textContent = index && !kept.length ? text("base", index.base) : "";
}

// As the worker finds it.
async function page(id) {
  if (!index?.lists) return {};
  if (index.packs[id]) return { [id]: index.packs[id] };
  const slot = [...id].reduce((at, letter) => (at * 31 + letter.codePointAt(0)) % index.lists.length, 0);
  const list = await get(index.lists[slot]).catch(() => {});
  if (!list) return {};
  if (!list[id]) return void say("gone");
  const [, , , title, ...more] = list[id], all = [id, ...more].map((path) => list[path]);
  const [load, room] = [1, 2].map((at) => all.reduce((sum, row) => sum + row[at], 0));
  return { [id]: { title, pages: all.filter((row) => row[3]).length, load, room } };
}

function item({ title }, says, task, id) {
  const row = document.createElement("li"), button = document.createElement("button");
  button.type = "button";
  button.className = "ls-button";
  button.textContent = words[task];
  if (title) {
    row.append(link(title, id), " ");
    button.setAttribute("aria-label", `${words[task]}: ${title}`);
  }
  button.addEventListener("click", () => run(task, id));
  const told = document.createElement("span");
  told.textContent = says;
  row.append(told, " ", button);
  return row;
}

function link(title, id) {
  const way = document.createElement("a");
  way.href = root + id;
  way.textContent = title;
  return way;
}

function text(word, { pages, load, room, day }) {
  const language = document.documentElement.lang;
  const size = (bytes) =>
    bytes < 1e6 ? words.kb.replace("{n}", Math.ceil(bytes / 1e3)) : words.mb.replace("{n}", (Math.ceil(bytes / 1e5) / 10).toLocaleString(language));
  // As lsbuild/text/dates.py writes a day, and of the day that the worker wrote.
  const date = new Date(day ?? 0).toLocaleDateString(language === "en" ? "en-GB" : language, { dateStyle: "long", timeZone: "UTC" });
  const told = { pages, load: size(load), room: size(room), day: date };
  return words[word].replace(/{(.+?)}/g, (_, name) => told[name]);
}

const count = ({ pages }) => (pages === 1 ? "one" : "many");

function say(word) {
  $("state").textContent = words[word];
  return $("state");
}
