// Files to hand in, made from what is in the editor.
import { make } from "./making.js";

/** Let the browser save a text, or bytes, under a name. */
export function save(name, content, type) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Give a notebook with one cell of code, which the autograder reads like a script. */
export function notebook(source) {
  const lines = source.replace(/\n+$/, "").split(/(?<=\n)/);
  const cell = { cell_type: "code", execution_count: null, id: "submission", metadata: {}, outputs: [], source: lines };
  const kernel = { display_name: "Python 3 (ipykernel)", language: "python", name: "python3" };
  const content = { cells: [cell], metadata: { kernelspec: kernel, language_info: { name: "python" } }, nbformat: 4, nbformat_minor: 5 };
  return `${JSON.stringify(content, null, 1)}\n`;
}
