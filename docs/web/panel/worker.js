// Python, away from the page: it starts when asked, checks what it is sent, and can be ended at any time.
import { FileFault, fetchAll, forgetOthers } from "./fetching.js";

// Nothing is there: whatever Python asks for while it starts is answered from memory.
const NOWHERE = "https://python.invalid/";
const SITE_PACKAGES = "/lib/python3.12/site-packages";
const PICTURES = /\b(matplotlib|mpl_toolkits|pylab)\b/;
const MOST_MEMORY = 2 ** 30; // as much as `autograder check` grants

let runtime;
let python;
let pictures;

onmessage = async ({ data }) => {
  try {
    await { start, check }[data.kind](data);
  } catch (error) {
    postMessage({ kind: "fault", ...faultOf(error) });
  }
};

function faultOf(error) {
  if (error instanceof FileFault) return error.fault;
  return { kind: "crashed", file: String(error?.message ?? error).slice(0, 300) };
}

function progress(stage, done, total) {
  postMessage({ kind: "progress", stage, done, total });
}

/** Fetch and start Python with what the sources need; the first check waits for it. */
function start({ entries, settings, sources }) {
  runtime = { entries, settings };
  limitMemory();
  python = boot();
  return ready(sources);
}

async function ready(sources) {
  await python;
  if (Object.values(sources).some((source) => PICTURES.test(source))) await (pictures ??= loadPictures());
  postMessage({ kind: "ready" });
}

const wanted = (purpose) => runtime.entries.filter((entry) => entry.for === purpose);

async function boot() {
  const entries = [...wanted("start"), ...wanted("numbers"), ...wanted("course")];
  const files = await fetchAll(entries, (done, total) => progress("fetching", done, total));
  progress("starting");
  const file = (name) => files[entries.findIndex((entry) => entry.name === name)];
  const pyodide = await load(file);
  entries.forEach((entry, index) => {
    if (entry.name.endsWith(".whl")) unpack(pyodide, files[index]);
  });
  const browser = pyodide.pyimport("autograder.browser");
  forgetOthers(runtime.entries).catch(() => {});
  return { pyodide, browser };
}

/** Start Pyodide from verified bytes alone: its own requests are answered from memory. */
async function load(file) {
  const { loadPyodide } = await importBytes(file("pyodide.mjs"));
  await importBytes(file("pyodide.asm.js"));
  const { version, python: language, platform } = runtime.settings;
  const lock = { info: { arch: "wasm32", platform, version, python: language }, packages: {} };
  const answers = {
    "pyodide.asm.wasm": () => new Response(file("pyodide.asm.wasm"), { headers: { "Content-Type": "application/wasm" } }),
    "python_stdlib.zip": () => new Response(file("python_stdlib.zip")),
    "pyodide-lock.json": () => Response.json(lock),
  };
  const original = globalThis.fetch;
  globalThis.fetch = async (url) => answers[String(url.url ?? url).replace(NOWHERE, "")]();
  try {
    return await loadPyodide({
      indexURL: NOWHERE,
      env: { MPLBACKEND: "agg", PYTHONDONTWRITEBYTECODE: "1", HOME: "/home/student" },
      stdin: () => null,
      stdout: () => {},
      stderr: () => {},
    });
  } finally {
    globalThis.fetch = original;
  }
}

async function importBytes(bytes) {
  const url = URL.createObjectURL(new Blob([bytes], { type: "text/javascript" }));
  try {
    return await import(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}

function unpack(pyodide, wheel) {
  pyodide.unpackArchive(wheel, "wheel", { extractDir: SITE_PACKAGES });
}

async function loadPictures() {
  const { pyodide } = await python;
  const files = await fetchAll(wanted("pictures"), (done, total) => progress("fetching", done, total));
  progress("drawing");
  for (const wheel of files) unpack(pyodide, wheel);
  pyodide.runPython("import importlib; importlib.invalidate_caches(); import matplotlib.pyplot");
}

/** Check one exercise: the verdict first, then the figures, which take their time. */
async function check({ number, exercise, sources }) {
  const { browser, pyodide } = await python;
  await ready(sources);
  progress("running");
  const checked = browser.check(JSON.stringify({ exercise, sources }));
  postMessage({ kind: "verdict", number, verdict: JSON.parse(checked.words()) });
  postMessage({ kind: "figures", number, figures: JSON.parse(checked.figures()), memory: pyodide._module.HEAP8.length });
  checked.destroy();
}

/** Let Python run out of memory before the browser does. */
function limitMemory() {
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * 65536 > MOST_MEMORY) throw new RangeError("as much as one program may use");
    return grow.call(this, pages);
  };
}
