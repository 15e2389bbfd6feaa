// Fetch the files of the runtime: each is compared with its hash before anything uses it, and kept for the next visit.
const CACHE = "kobai-python";
const WAITS = [0, 500, 2000]; // ms before each attempt

/** What went wrong with a file, as data that a page can put into words. */
export class FileFault extends Error {
  constructor(kind, file) {
    super(`${kind}: ${file}`);
    this.fault = { kind, file };
  }
}

/**
 * Give the bytes of every entry {url, name, bytes, sha256}, in order.
 * @param {{ url: string, name: string, bytes: number, sha256: string }[]} entries
 * @param {(done: number, total: number) => void} heard is told how many bytes have come so far, of how many
 */
export async function fetchAll(entries, heard = () => {}) {
  const total = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  let done = 0;
  const add = (bytes) => {
    done += bytes;
    heard(done, total);
  };
  const store = await openStore();
  return Promise.all(entries.map((entry) => fetchOne(entry, store, add)));
}

async function fetchOne(entry, store, add) {
  const kept = await store?.match(entry.url).catch(() => undefined);
  if (kept) {
    const bytes = new Uint8Array(await kept.arrayBuffer());
    if (await matches(bytes, entry)) {
      add(entry.bytes);
      return bytes;
    }
    await store.delete(entry.url);
  }
  const bytes = await download(entry, add);
  // Not waited for: the student is.
  store?.put(entry.url, new Response(bytes)).catch(() => {});
  return bytes;
}

/**
 * Ask again for a file that did not come, and for one that came damaged: it may lie so in a cache
 * on the way, past which the second request goes.
 */
async function download(entry, add) {
  let fault;
  for (const wait of WAITS) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    let come = 0;
    try {
      const bytes = await read(entry, wait ? "reload" : "default", (count) => {
        come += count;
        add(count);
      });
      if (await matches(bytes, entry)) return bytes;
      fault = "damaged";
    } catch {
      fault = "missing";
    }
    add(-come);
  }
  throw new FileFault(fault, entry.name);
}

async function read(entry, cache, heard) {
  // Without a secure context a page has no hash function, but the browser itself has.
  const integrity = globalThis.crypto?.subtle ? undefined : `sha256-${base64(entry.sha256)}`;
  const response = await fetch(entry.url, { cache, integrity, credentials: "omit" });
  if (!response.ok) throw new Error(`status ${response.status}`);
  const parts = [];
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    heard(value.length);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

async function matches(bytes, entry) {
  if (!globalThis.crypto?.subtle) return true; // the browser has compared it already
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("") === entry.sha256;
}

function base64(hex) {
  return btoa(hex.replace(/../g, (pair) => String.fromCharCode(parseInt(pair, 16))));
}

/** Where files are kept between visits; a private window or an insecure page may have no such place. */
async function openStore() {
  try {
    return await globalThis.caches?.open(CACHE);
  } catch {
    return undefined;
  }
}

/** Forget what an older version of the page kept. */
export async function forgetOthers(entries) {
  const store = await openStore();
  const known = new Set(entries.map((entry) => entry.url));
  for (const request of (await store?.keys()) ?? []) {
    if (!known.has(request.url)) await store.delete(request);
  }
}
