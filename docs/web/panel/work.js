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

export const work = {
  read: (name) => attempt(() => localStorage.getItem(PREFIX + name)) ?? undefined,
  /** Keep a text; tells whether it is kept. */
  keep: (name, text) => attempt(() => { localStorage.setItem(PREFIX + name, text); return true; }) ?? false,
  forget: (name) => attempt(() => localStorage.removeItem(PREFIX + name)),
  /** What a Reset took away. */
  before: (name) => attempt(() => localStorage.getItem(BEFORE + name)) ?? undefined,
  keepBefore: (name, text) => attempt(() => localStorage.setItem(BEFORE + name, text)),
  forgetBefore: (name) => attempt(() => localStorage.removeItem(BEFORE + name)),
  /** The student's other exercises: {name: text}. */
  others(name) {
    const keys = attempt(() => Object.keys(localStorage)) ?? [];
    const names = keys.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
    return Object.fromEntries(names.filter((other) => other !== name).sort().map((other) => [other, work.read(other) ?? ""]));
  },
};
