// Set formulas: reads [[tex, display], …] as JSON on stdin, prints their HTML as a JSON list.
import { readFileSync } from "node:fs";
import katex from "katex";

const drawn = [];
for (const [tex, displayMode] of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    // "strict" refuses what TeX would refuse too, such as Japanese outside \text{…}.
    drawn.push(katex.renderToString(tex, { displayMode, throwOnError: true, strict: "error", output: "htmlAndMathml" }));
  } catch (error) {
    console.error(`${tex}\n  ${error.message}`);
    process.exit(1);
  }
}
process.stdout.write(JSON.stringify(drawn));
