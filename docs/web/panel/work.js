// A student's work, kept in the browser by the name of the exercise, for both languages of the site.
const PREFIX = "kobai:work:";
const BEFORE = "kobai:before-reset:";

function attempt(action) {
  try {
    return action();
  } catch {
    return undefined; // storage is full, or this browser has none
  }
}

/** Every key of ours. */
function keys() {
  return (attempt(() => Object.keys(localStorage)) ?? []).filter((key) => key.startsWith("kobai:"));
}

export const work = {
  read: (name) => attempt(() => localStorage.getItem(PREFIX + name)) ?? undefined,
  /** Keep a text; tells whether it is kept. */
  keep: (name, text) => attempt(() => { localStorage.setItem(PREFIX + name, text); return true; }) ?? false,
  forget: (name) => attempt(() => localStorage.removeItem(PREFIX + name)),
  /** What a Reset took away. */
  before: (name) => attempt(() => localStorage.getItem(BEFORE + name)) ?? undefined,
  keepBefore: (name, text) => attempt(() => localStorage.setItem(BEFORE + name, text)),
  forgetBefore: (name) => attempt(() => localStorage.removeItem(BEFORE + name)),
  stored: (key) => attempt(() => localStorage.getItem(key)) ?? undefined,
  store: (key, value) => attempt(() => localStorage.setItem(key, value)),
  /** The names that stand behind a prefix. */
  names: (prefix) => keys().filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)),
  /** All that is kept here, {key: text}. */
  all: () => Object.fromEntries(keys().sort().map((key) => [key, work.stored(key) ?? ""])),
  eraseAll() {
    for (const key of keys()) attempt(() => localStorage.removeItem(key));
  },
  /** The student's other exercises: {name: text}. */
  others(name) {
    const names = work.names(PREFIX);
    return Object.fromEntries(names.filter((other) => other !== name).sort().map((other) => [other, work.read(other) ?? ""]));
  },
};
