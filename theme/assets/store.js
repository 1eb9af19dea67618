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

export async function clear() {
  try {
    Object.keys(localStorage).filter((key) => key.startsWith(scope)).forEach((key) => localStorage.removeItem(key));
    const worker = await navigator.serviceWorker?.getRegistration(__md_scope);
    if (worker?.scope === __md_scope.href) await worker.unregister();
    await caches.delete(`ls:${__md_scope.pathname}`);
  } catch {
    // What cannot be reached was never kept.
  }
  document.dispatchEvent(new Event("ls-cleared"));
}
