// Bundle every script at the top of docs/web and the style sheets: node bundle.mjs TARGET PALETTE
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transformSync } from "esbuild";

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const [target, palette] = process.argv.slice(2);

await build({
  entryPoints: [
    ...readdirSync(web).filter((name) => name.endsWith(".js")).map((name) => join(web, name)),
    join(web, "panel", "worker.js"), // runs by itself, away from the page
  ],
  outbase: web,
  bundle: true,
  splitting: true, // what only some pages need is fetched by those pages
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "linked",
  chunkNames: "part-[hash]",
  outdir: target,
});

const styles = join(web, "styles");
const sheets = [palette, ...readdirSync(styles).sort().map((name) => join(styles, name))];
const text = sheets.map((sheet) => readFileSync(sheet, "utf8")).join("\n");
writeFileSync(join(target, "kobai.css"), transformSync(text, { loader: "css", minify: true }).code);
