// The page's side of Python: a worker that is started when first wanted, ended when it must be, and started again.
const LONGEST = 60_000; // ms that one check may run; the loops that Python can break end long before
const MUCH_MEMORY = 400 * 2 ** 20; // what a program has made Python grow to is given back by a new start

export class Python {
  /**
   * @param {{ address: string, files: { name: string, for: string }[] }} settings of the runtime
   * @param {URL} assets where the site's own files lie
   * @param {{ progress: Function, ready: Function, figures: Function, fault: Function }} heard what is told
   */
  constructor(settings, assets, heard) {
    const address = new URL(settings.address, document.baseURI);
    this.settings = settings;
    this.entries = settings.files.map((file) => ({ ...file, url: new URL(file.name, file.for === "course" ? new URL("python/", assets) : address).href }));
    this.program = new URL("web/panel/worker.js", assets);
    this.heard = heard;
    this.number = 0;
  }

  /** Start Python, unless it runs already. */
  start(sources) {
    this.sources = sources;
    if (this.worker) return;
    this.worker = new Worker(this.program, { type: "module" });
    this.worker.onmessage = ({ data }) => this.#hear(data);
    this.worker.onerror = (event) => {
      event.preventDefault?.();
      this.#fail({ kind: "crashed", file: event.message ?? "worker.js" });
    };
    this.worker.postMessage({ kind: "start", entries: this.entries, settings: this.settings, sources });
  }

  /** Check an exercise; gives the verdict, and tells figures later. Fails with a fault {kind, file}. */
  check(exercise, sources) {
    this.start(sources);
    this.number += 1;
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.worker.postMessage({ kind: "check", number: this.number, exercise, sources });
    });
  }

  /** End what runs, at once, and start anew in the background. */
  stop() {
    this.#fail({ kind: "stopped" });
    this.start(this.sources);
  }

  #hear(data) {
    switch (data.kind) {
      case "progress":
        if (data.stage === "running") this.watch = setTimeout(() => this.#restart({ kind: "late" }), LONGEST);
        return this.heard.progress(data.stage, data.done, data.total);
      case "ready":
        return this.heard.ready();
      case "verdict":
        clearTimeout(this.watch);
        this.waiting?.resolve(data.verdict);
        this.waiting = undefined;
        return undefined;
      case "figures":
        this.heard.figures(data.figures);
        if (data.memory > MUCH_MEMORY) this.#restart();
        return undefined;
      case "fault":
        return this.#fail(data.fault);
    }
  }

  #restart(fault) {
    this.#fail(fault);
    this.start(this.sources);
  }

  /** End the worker; whoever waits is told why. */
  #fail(fault) {
    clearTimeout(this.watch);
    this.worker?.terminate();
    this.worker = undefined;
    const waiting = this.waiting;
    this.waiting = undefined;
    if (!fault) return;
    if (waiting) waiting.reject(fault);
    else this.heard.fault?.(fault);
  }
}
