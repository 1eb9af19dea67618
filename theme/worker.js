// Answers for what a reader chose to keep; assets/offline.js registers it, and only then.
// Files lie by the hash of their bytes, and one record names those of each pack. It is written
// once all of them are there, so nothing half saved is ever shown.
const ROOT = registration.scope;
const NAME = `ls:${new URL(ROOT).pathname}`;
// Milliseconds that news stay news, that a reader waits, that one turn takes; bytes loaded unasked.
const FRESH = 60_000, PATIENCE = 3_000, TURN = 60_000, UNASKED = 300_000;
const key = (name) => `${ROOT}.kept/${name}`;
let looked = 0, told, last = Promise.resolve();

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  const { url, method } = event.request;
  if (method !== "GET" || !url.startsWith(ROOT)) return;
  // Whatever is wrong with what we keep, the portal itself must open.
  event.respondWith(answer(event, url.slice(ROOT.length).split(/[?#]/)[0]).catch(() => fetch(event.request)));
});

addEventListener("message", (event) => {
  const [task, id] = event.data;
  const tell = (...words) => event.ports[0].postMessage(words);
  const failed = async ({ name, message }) => {
    // What was loaded in vain would only take room.
    if (name === "QuotaExceededError") await tasks.drop().then(() => tell("full"));
    else tell(name === "Error" ? message : name === "SyntaxError" ? "changed" : "network");
  };
  event.waitUntil(inTurn(() => tasks[task](id, tell).then(() => tell("done"), failed)));
});

const inTurn = (job) => (last = last.then(job, job));
const wait = () => new Promise((done) => setTimeout(done, PATIENCE, null));

async function answer(event, path) {
  const { request } = event, page = request.mode === "navigate";
  const kept = await record(), hash = kept.files[path];
  const mine = hash && (await caches.match(key(hash), { cacheName: NAME }));
  const news = kept.index && (mine || page) && soon(event);
  // A page that is not kept does not wait for news.
  if (mine && [null, kept.index].includes(await news)) return mine;
  try {
    if (!mine) return await fetch(request);
    return (await Promise.race([fetch(request.url, { cache: "no-cache" }), wait()])) ?? mine;
  } catch (error) {
    if (mine) return mine;
    if (!kept.index || !page || path === "offline/") throw error;
    return Response.redirect(`${ROOT}offline/?missing=${encodeURIComponent(path)}`);
  }
}

// The portal's index as it is now; null where there is no network, or a slow one.
function soon(event) {
  if (Date.now() - looked > FRESH) {
    looked = Date.now();
    told = ask();
    event.waitUntil(told.then((text) => text && inTurn(() => renew(text))).catch(() => {}));
  }
  return Promise.race([told, wait()]);
}

const ask = () => load("index", { cache: "no-cache" }).catch(() => null);
const load = async (name, how) => (await fetch(`${ROOT}data/offline/${name}.json`, how)).text();

// Whatever else lies there was not written by us.
async function record() {
  const found = await caches.match(key("record"), { cacheName: NAME });
  const kept = await found?.json().catch(() => {});
  const { packs, index, newer } = kept?.v === 1 && kept.packs ? kept : { packs: {} };
  return { packs, index, newer, files: Object.assign({}, ...Object.values(packs).map((one) => one.files)) };
}

// Sweeps what neither the record names nor a pack that is still on its way.
async function write(cache, { packs, index, newer }, wanted = []) {
  await cache.put(key("record"), new Response(JSON.stringify({ v: 1, packs, index, newer })));
  const files = Object.values(packs).flatMap((one) => Object.values(one.files));
  const named = new Set(["record", ...files, ...wanted].map(key));
  for (const one of await cache.keys()) if (!named.has(one.url)) await cache.delete(one);
}

async function end() {
  await caches.delete(NAME);
  await registration.unregister();
}

// What a page, a path or all consists of; nothing where the portal names it no more.
async function pack(id, index) {
  const own = index.packs[id], number = index.lists.length;
  // As lsbuild/output/offline.py counts.
  const slot = [...id].reduce((at, letter) => (at * 31 + letter.codePointAt(0)) % number, 0);
  const names = own?.lists ?? [index.lists[slot]];
  const lists = names.map(async (name) => JSON.parse(await load(name)));
  const rows = Object.assign({}, ...(await Promise.all(lists)));
  if (own) return { ...own, rows };
  if (!rows[id]) return;
  const [, , , title, ...more] = rows[id], mine = Object.fromEntries([id, ...more].map((path) => [path, rows[path]]));
  const all = Object.values(mine);
  return { title, room: all.reduce((sum, row) => sum + row[2], 0), pages: all.filter((row) => row[3]).length, rows: mine };
}

// Makes what is kept what the portal has now, with one pack more if the reader wants it.
async function renew(text, tell, ...more) {
  const kept = await record(), index = JSON.parse(text), packs = {}, wanted = { ...index.shell }, left = [];
  if (index.off) return end();
  if (index.v !== 1) throw new Error("changed");
  if (!more.length && (!kept.index || text === kept.index)) return;
  const cache = await caches.open(NAME), day = new Date().toISOString().slice(0, 10);
  for (const id of new Set([...Object.keys(kept.packs), ...more])) {
    const now = await pack(id, index), old = kept.packs[id], all = { ...index.shell, ...now?.rows };
    if (now) {
      const files = Object.fromEntries(Object.entries(all).map(([path, [hash]]) => [path, hash]));
      packs[id] = { title: now.title, room: now.room, pages: now.pages, day, files };
      Object.assign(wanted, all);
    } else if (id === more[0]) throw new Error("gone");
    else delete kept.packs[id];
    for (const path in old?.files) {
      if (!all[path] && !/^(assets|data)\//.test(path) && delete old.files[path]) left.push(path);
    }
  }
  const forgotten = Promise.all(left.map(forget));
  if (!Object.keys(packs).length) return end().then(() => forgotten);
  const here = new Set((await cache.keys()).map((one) => one.url));
  const todo = Object.entries(wanted).filter(([, [hash]]) => !here.has(key(hash)));
  kept.newer = todo.reduce((sum, [, row]) => sum + row[1], 0);
  // What was withdrawn goes first, whatever becomes of the rest.
  if (kept.index) await write(cache, kept, Object.values(wanted).map(([hash]) => hash));
  await forgotten;
  if (tell || kept.newer < UNASKED) {
    await fill(cache, todo, Object.keys(wanted).length, tell);
    await write(cache, { packs, index: text });
  }
}

// The browser's own memory may hold what left a pack, for as long as the host allowed; asking makes it look.
const forget = (path) => fetch(ROOT + path, { cache: "no-cache" }).catch(() => {});

async function fill(cache, todo, all, tell) {
  const until = Date.now() + TURN;
  const hand = async () => {
    for (let one; (one = todo.pop()); tell?.("", all - todo.length, all)) {
      // A browser ends a worker that is busy for long, so the page asks it to go on.
      if (Date.now() > until) throw new Error("more");
      await bring(cache, one[0], one[1][0]);
    }
  };
  await Promise.all([hand(), hand(), hand(), hand()]).finally(() => todo.splice(0));
}

// Another version, or the page of a network that wants a password first, is not what was meant.
async function bring(cache, path, hash) {
  const found = await fetch(ROOT + path, { cache: "no-cache" });
  const data = await found.arrayBuffer();
  const sha = new Uint8Array(await crypto.subtle.digest("SHA-256", data));
  const hex = [...sha].map((one) => one.toString(16).padStart(2, 0)).join("");
  if (!hex.startsWith(hash)) throw new Error("changed");
  await cache.put(key(hash), new Response(data, { headers: { "Content-Type": found.headers.get("Content-Type") } }));
}

const tasks = {
  keep: async (id, tell) => renew(await ask(), tell, id),
  load: async (_, tell) => renew(await ask(), tell),
  // Also sweeps what a save that was broken off left behind.
  look: async () => tasks.drop().then(ask).then((text) => text && renew(text)),
  drop: async (id) => {
    const kept = await record();
    delete kept.packs[id];
    await (Object.keys(kept.packs).length ? write(await caches.open(NAME), kept) : end());
  },
  clear: end,
};
