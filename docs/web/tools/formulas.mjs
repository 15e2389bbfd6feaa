// Set formulas: reads [[tex, display], …] as JSON on stdin, prints their HTML as a JSON list.
import { readFileSync } from "node:fs";
import katex from "katex";

const formulas = JSON.parse(readFileSync(0, "utf8"));
const drawn = formulas.map(([tex, displayMode]) => {
  try {
    // "strict" refuses what TeX would refuse too, such as Japanese outside \text{…}.
    return katex.renderToString(tex, { displayMode, throwOnError: true, strict: "error", output: "htmlAndMathml" });
  } catch (error) {
    console.error(`${tex}\n  ${error.message}`);
    process.exit(1);
  }
});
process.stdout.write(JSON.stringify(drawn));
