// In the preview only: reload at each new version, and show what the checks found.
const address = new URL("../__lsbuild/version", import.meta.url);
const about = (name) => document.querySelector(`meta[name=ls-${name}]`)?.content;
let seen = 0;

async function listen() {
  for (;;) {
    try {
      const news = await (await fetch(`${address}?seen=${seen}`)).json();
      if (isOld(news.version)) return location.reload();
      if (news.seen !== seen) show(news);
      seen = news.seen;
    } catch {
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
}

// Once for each version and page: what a worker kept must not be loaded for ever.
function isOld(version) {
  const now = `${version} ${location.pathname}`;
  if (about("version") === `${version}` || sessionStorage.getItem("ls-reloaded") === now) return false;
  sessionStorage.setItem("ls-reloaded", now);
  return true;
}

function show({ findings, trouble, checked }) {
  const old = document.querySelector(".ls-findings");
  old?.remove();
  if (!findings.length && !trouble) return;
  const here = about("source");
  const rows = [...findings].sort((a, b) => (b.path === here) - (a.path === here));
  const box = document.createElement("details");
  box.className = "ls-findings";
  box.open = old?.open || trouble || rows[0].path === here;
  const head = document.createElement("summary");
  const number = findings.length === 1 ? "1 finding" : `${findings.length} findings`;
  head.textContent = trouble ? "The last change is not shown" : `${number}${checked ? "" : ", checking …"}`;
  const list = document.createElement("ul");
  const lines = rows.slice(0, 50).map((one) =>
    `${one.path}:${one.line} ${one.code} ${one.says}${one.hint ? ` (${one.hint})` : ""}`);
  for (const line of trouble ? [trouble, ...lines] : lines) {
    const item = document.createElement("li");
    item.textContent = line;
    list.append(item);
  }
  box.append(head, list);
  document.body.append(box);
}

listen();
