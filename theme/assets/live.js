// In the preview only: reload at each new version, and show what the checks found.
const address = new URL("../__lsbuild/version", import.meta.url);
let seen = 0;

async function listen() {
  for (;;) {
    try {
      const news = await (await fetch(`${address}?seen=${seen}`)).json();
      if (seen && news.version !== seen) return location.reload();
      if (!seen) show(news.findings);
      seen = news.version;
    } catch {
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
}

function show(findings) {
  if (!findings.length) return;
  const here = document.querySelector("meta[name=ls-source]")?.content;
  const rows = [...findings].sort((a, b) => (b.path === here) - (a.path === here));
  const box = document.createElement("details");
  box.className = "ls-findings";
  box.open = rows[0].path === here;
  const head = document.createElement("summary");
  head.textContent = findings.length === 1 ? "1 finding" : `${findings.length} findings`;
  const list = document.createElement("ul");
  for (const one of rows.slice(0, 50)) {
    const item = document.createElement("li");
    item.textContent = `${one.path}:${one.line} ${one.code} ${one.says}${one.hint ? ` (${one.hint})` : ""}`;
    list.append(item);
  }
  box.append(head, list);
  document.body.append(box);
}

listen();
