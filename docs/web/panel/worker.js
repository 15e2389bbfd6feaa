// Python, away from the page: it starts when asked, checks what it is sent, and can be ended at any time.
import { FileFault, fetchAll, forgetOthers } from "./fetching.js";

// Nothing is there: whatever Python asks for while it starts is answered from memory.
const NOWHERE = "https://python.invalid/";
const MOST_MEMORY = 2 ** 29; // what a telephone can spare

const ALWAYS = ["start", "numbers", "course"];
/** Tell whether a source names what draws: the same names as the grader knows. */
const forPictures = (sources) => Object.values(sources).some((source) => new RegExp(runtime.settings.drawing).test(source));

const files = new Map(); // the bytes of what came, by name, until they are unpacked
let runtime;
let python;
let pictures;

addEventListener("message", async ({ data }) => {
  try {
    await { start, check }[data.kind](data);
  } catch (error) {
    postMessage({ kind: "fault", fault: faultOf(error) });
  }
});

function faultOf(error) {
  if (error instanceof FileFault) return error.fault;
  const words = String(error?.message ?? error).trim().split("\n");
  return { kind: "crashed", file: words.at(-1).slice(0, 300) }; // a traceback says at its end what happened
}

/** @type {(stage: string, done?: number, total?: number) => void} */
function progress(stage, done, total) {
  postMessage({ kind: "progress", stage, done, total });
}

/** Fetch and start Python with what the sources need; the first check waits for it. */
function start({ entries, settings, sources }) {
  runtime = { entries, settings };
  limitMemory();
  python = boot(forPictures(sources) ? [...ALWAYS, "pictures"] : ALWAYS);
  return ready(sources);
}

async function ready(sources) {
  await python;
  if (!forPictures(sources)) return postMessage({ kind: "ready" });
  pictures ??= loadPictures();
  await pictures;
  postMessage({ kind: "ready" });
}

/** Fetch what these purposes need and is not here yet; give the wheels among it. */
async function need(purposes) {
  const wanted = runtime.entries.filter((entry) => purposes.includes(entry.for));
  const entries = wanted.filter((entry) => !files.has(entry.name));
  const contents = await fetchAll(entries, (done, total) => progress("fetching", done, total));
  for (const [index, entry] of entries.entries()) files.set(entry.name, contents[index]);
  return wanted.map((entry) => entry.name).filter((name) => name.endsWith(".whl"));
}

async function boot(purposes) {
  await need(purposes);
  progress("starting");
  const pyodide = await load((name) => files.get(name));
  unpack(pyodide, await need(ALWAYS));
  const browser = pyodide.pyimport("autograder.frontends.page");
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
  globalThis.fetch = async (asked) => answers[String(asked instanceof Request ? asked.url : asked).replace(NOWHERE, "")]();
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

function unpack(pyodide, wheels) {
  const [major, minor] = runtime.settings.python.split(".");
  const extractDir = `/lib/python${major}.${minor}/site-packages`;
  for (const name of wheels) {
    pyodide.unpackArchive(files.get(name), "wheel", { extractDir });
    files.set(name, undefined);
  }
}

async function loadPictures() {
  const { pyodide } = await python;
  const wheels = await need(["pictures"]);
  progress("drawing");
  unpack(pyodide, wheels);
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
