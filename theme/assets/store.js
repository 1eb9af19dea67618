// What is kept on this device, for this portal only. Storage may be full, blocked or hold rubbish.
const scope = `${__md_scope.pathname}.`;
const PROBE = `${scope}ls-probe`;

export function works() {
  try {
    localStorage.setItem(PROBE, "1");
    localStorage.removeItem(PROBE);
    return true;
  } catch {
    return false;
  }
}

// Words by name, or nothing; whatever else lies there was not written by us.
export function read(key) {
  const found = __md_get(`ls-${key}`);
  const plain = found && typeof found === "object" && !Array.isArray(found);
  return Object.fromEntries(plain ? Object.entries(found).filter(([, value]) => typeof value === "string") : []);
}

// Whether the words are kept.
export function write(key, rows) {
  try {
    if (Object.keys(rows).length) localStorage.setItem(`${scope}ls-${key}`, JSON.stringify(rows));
    else localStorage.removeItem(`${scope}ls-${key}`);
    return true;
  } catch {
    return false;
  }
}

// Whether all of it is gone; what stands in the way of one part keeps no other.
export async function clear() {
  const parts = [forget, dismiss, async () => globalThis.caches?.delete(`ls:${__md_scope.pathname}`)];
  let done = true;
  for (const part of parts) await part().catch(() => (done = false));
  if (done) document.dispatchEvent(new Event("ls-cleared"));
  return done;
}

async function forget() {
  Object.keys(localStorage).filter((key) => key.startsWith(scope)).forEach((key) => localStorage.removeItem(key));
}

async function dismiss() {
  const worker = await navigator.serviceWorker?.getRegistration(__md_scope);
  if (worker?.scope === __md_scope.href) await worker.unregister();
}
