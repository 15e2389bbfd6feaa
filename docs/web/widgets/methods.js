// <kobai-methods>: one ravine walked by descent, with momentum and by Adam, side by side, each with its own η and β.
import { Plane, makeCanvas, open, ticks } from "./canvas.js";
import { adamPath, descentPath, momentumPath, quadratic } from "./functions.js";
import { makeHandle } from "./handle.js";
import { drawMap, heights } from "./map.js";
import { RATES } from "./rates.js";
import { Widget, make, shareOf } from "./widget.js";
import { fill, plain, short } from "./words.js";

/** @typedef {import("./canvas.js").Point} Point */
/** @typedef {"descent" | "momentum" | "adam"} Method */

/** @type {Point} */
const XS = [-7, 4];
/** @type {Point} */
const YS = [-2.5, 2.5];
const STEPS = 40;
const [FLAT, STEEP] = [0.2, 2]; // the two curvatures of x₀²/10 + x₁²
const RAVINE = quadratic(FLAT, STEEP);
const METHODS = /** @type {const} */ (["descent", "momentum", "adam"]);
const SHARES = Array.from({ length: 20 }, (_, k) => Number((k * 0.05).toFixed(2))).concat(0.99);

/** @type {Record<Method, (start: Point, rate: number, keep: number) => Point[]>} */
const WALKS = {
  descent: (start, rate) => descentPath(RAVINE, start, rate, STEPS),
  momentum: (start, rate, keep) => momentumPath(RAVINE, start, rate, keep, STEPS),
  adam: (start, rate, keep) => adamPath(RAVINE, start, rate, keep, STEPS),
};
/** @type {Record<Method, (keep: number) => number | undefined>} the exact limit of η, where there is one */
const LIMITS = {
  descent: () => 2 / STEEP,
  momentum: (keep) => (2 * (1 + keep)) / STEEP,
  adam: () => undefined,
};

class Methods extends Widget {
  static WORDS = {
    en: {
      title: "Three walks down one ravine",
      descent: "Descent",
      momentum: "Momentum",
      adam: "Adam",
      rate: "η",
      keep: "β",
      limit: "{rate} (limit {limit})",
      start: "Start",
      how: "Drag it, or use the arrow keys.",
      now: "{method}: height {height} after {steps} steps.",
      lost: "{method}: more than a million away after {steps} steps.",
      best: "In the long run descent is fastest at η = 2/(L + μ) = 2/(2 + 0.2) = 0.909.",
    },
    ja: {
      title: "一つの谷を下る三つの歩み",
      descent: "勾配降下法",
      momentum: "モーメンタム",
      adam: "Adam",
      rate: "η",
      keep: "β",
      limit: "{rate}（限界 {limit}）",
      start: "出発点",
      how: "ドラッグするか、矢印キーで動かせます。",
      now: "{method}：{steps} ステップ後の高さは {height} です。",
      lost: "{method}：{steps} ステップで 100 万より遠くへ飛び出します。",
      best: "長く歩けば、勾配降下法が最も速いのは η = 2/(L + μ) = 2/(2 + 0.2) = 0.909 のときです。",
    },
  };

  /** @type {Point} */
  start = [-6, 2];
  /** @type {Record<Method, number>} */
  rates = { descent: 0.9, momentum: 0.5, adam: 0.2 };
  /** @type {Record<Method, number>} */
  keeps = { descent: 0, momentum: 0.5, adam: 0.9 };
  scale = heights(RAVINE.f, { xs: XS, ys: YS });
  /** @type {Record<Method, import("./map.js").Kept>} */
  kept = { descent: {}, momentum: {}, adam: {} };
  /** @type {Partial<Record<Method, { canvas: HTMLCanvasElement, handle: HTMLButtonElement & { place: () => void }, said: HTMLElement, plane?: Plane, rate: import("./widget.js").Slider }>>} */
  parts = {};

  build() {
    const { words } = this;
    const columns = METHODS.map((method) => {
      const canvas = makeCanvas("kobai-ravine");
      const handle = makeHandle(canvas, {
        name: `${words[method]}, ${words.start}`,
        how: words.how,
        within: [XS, YS],
        get: () => this.start,
        set: (point) => { this.start = point; },
        plane: () => /** @type {Plane} */ (this.parts[method]?.plane),
        changed: () => this.redraw(),
      });
      const rate = this.ladder(`${words[method]}: ${words.rate}`, RATES, this.rates[method], {
        say: (value) => {
          const limit = LIMITS[method](this.keeps[method]);
          return limit ? fill(words.limit, { rate: value, limit: plain(limit) }) : String(value);
        },
        input: (value) => { this.rates[method] = value; },
      });
      const said = make("p", { className: "kobai-report", ariaLive: "polite" });
      this.parts[method] = { canvas, handle, said, rate };
      const sliders = [rate];
      if (method !== "descent") {
        sliders.push(this.ladder(`${words[method]}: ${words.keep}`, SHARES, this.keeps[method], {
          say: String,
          input: (value) => { this.keeps[method] = value; rate.tell(); },
        }));
      }
      return make("div", { className: "kobai-column" }, make("div", { className: "kobai-view" }, canvas, handle), said, ...sliders);
    });
    this.row("kobai-columns", ...columns);
    this.live?.append(make("p", {}, words.best));
  }

  update() {
    const { words } = this;
    for (const method of METHODS) {
      const path = WALKS[method](this.start, this.rates[method], this.keeps[method]);
      const last = path.length - 1;
      this.draw(method, path);
      const said = fill(last < STEPS ? words.lost : words.now, { method: words[method], steps: last, height: short(RAVINE.f(...path[last])) });
      const place = this.parts[method]?.said;
      if (place && place.textContent !== said) place.textContent = said;
    }
  }

  /**
   * @param {Method} method
   * @param {Point[]} path
   */
  draw(method, path) {
    const part = this.parts[method];
    if (!part) return;
    const { colours } = this;
    const plane = new Plane(open(part.canvas), XS, YS, { left: 30, bottom: 22, right: 8, equal: true });
    part.plane = plane;
    const limit = LIMITS[method](this.keeps[method]);
    part.rate.mark(limit && shareOf(RATES, limit));
    drawMap(plane, RAVINE.f, this.scale, colours, this.kept[method], "ravine");
    plane.inside(() => {
      plane.line(path, colours.warm, 2);
      for (const point of path) plane.dot(point, 2.2, colours.warm);
    });
    plane.goal([0, 0], colours);
    plane.axes(ticks([-6, 4], 2), ticks([-2, 2], 2), ["", ""], colours);
    part.handle.place();
  }
}

customElements.define("kobai-methods", Methods);
