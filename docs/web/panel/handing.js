// One zip of every exercise, to hand in as it is.
import { strToU8, zipSync } from "fflate";

const DATE = new Date(2000, 0, 1); // the same work gives the same bytes

/** Give the zip of files, {name: text}, and its SHA-256 in hexadecimal. */
export async function packed(files) {
  const entries = Object.entries(files).map(([name, text]) => [name, [strToU8(text), { mtime: DATE }]]);
  const bytes = new Uint8Array(zipSync(Object.fromEntries(entries)));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return { bytes, receipt: [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("") };
}
