// <kobai-slices>: move a point on the map; see both slices through it, the gradient, and the way down.
import { Plane, makeCanvas, open, ticks } from "./canvas.js";
import { LANDSCAPES } from "./functions.js";
import { makeHandle } from "./handle.js";
import { drawMap, heights } from "./map.js";
import { Widget, view } from "./widget.js";
import { decimal, fill, join } from "./words.js";

/** @typedef {import("./canvas.js").Point} Point */

const REACH = 3;
const TURN_TIME = 700; // ms

class Slices extends Widget {
  static WORDS = {
    en: {
      title: "Partial derivatives as slices",
      landscape: "Function",
      bowl: "bowl",
      unequal: "unequal bowl",
      valleys: "two valleys",
      point: "Point",
      how: "Drag it, or use the arrow keys.",
      down: "Turn the arrow round: downhill",
      up: "Turn it back: uphill",
      along0: "f along x₀, with x₁ = {x1}",
      along1: "f along x₁, with x₀ = {x0}",
      now: "At ({x0}, {x1}): ∂f/∂x₀ = {slope0} and ∂f/∂x₁ = {slope1}.",
      uphill: "The gradient ({slope0}, {slope1}) points uphill, where f grows fastest.",
      downhill: "Turned round it is ({back0}, {back1}), and points downhill.",
      flat: "Both slopes are 0 here: a critical point. There is no arrow.",
    },
    ja: {
      title: "断面で見る偏微分",
      landscape: "関数",
      bowl: "お椀",
      unequal: "縦横で曲がり方の違うお椀",
      valleys: "二つの谷",
      point: "点",
      how: "ドラッグするか、矢印キーで動かせます。",
      down: "矢印を逆に向ける（下りの向き）",
      up: "元に戻す（上りの向き）",
      along0: "x₁ = {x1} での x₀ 方向の断面",
      along1: "x₀ = {x0} での x₁ 方向の断面",
      now: "点 ({x0}, {x1}) では ∂f/∂x₀ = {slope0}、∂f/∂x₁ = {slope1} です。",
      uphill: "勾配 ({slope0}, {slope1}) は、f が最も速く増える上りの向きです。",
      downhill: "逆に向けると ({back0}, {back1}) で、下りの向きになります。",
      flat: "どちらの傾きも 0 です。ここは停留点で、矢印はありません。",
    },
  };

  /** @type {Point} */
  point = [-1.5, 1];
  turned = 0; // from 0, uphill, to 1, downhill
  landscape = LANDSCAPES.bowl;
  scale = heights(LANDSCAPES.bowl.f, { xs: [-REACH, REACH] });
  name = "bowl";
  /** @type {import("./map.js").Kept} */
  kept = {};
  /** @type {HTMLCanvasElement[]} */
  cuts = [];

  build() {
    const { words } = this;
    this.point = /** @type {Point} */ ((this.getAttribute("point") ?? "-1.5,1").split(",").map(Number));
    this.map = makeCanvas("kobai-map");
    this.cuts = [makeCanvas("kobai-cut"), makeCanvas("kobai-cut")];
    this.handle = makeHandle(this.map, {
      name: words.point,
      how: words.how,
      within: [[-REACH, REACH], [-REACH, REACH]],
      get: () => this.point,
      set: (point) => { this.point = point; },
      plane: () => /** @type {Plane} */ (this.plane),
      changed: () => this.redraw(),
    });
    this.views(view("kobai-view-map", this.map, this.handle), view("kobai-cuts", ...this.cuts));
    const name = this.getAttribute("landscape") ?? "bowl";
    /** @type {[string, string][]} */
    const options = Object.keys(LANDSCAPES).map((key) => [key, `${words[key]}: ${LANDSCAPES[key].formula}`]);
    this.turner = this.button(words.down, () => this.turn());
    this.row("kobai-controls", this.turner, this.choice(words.landscape, options, name, (to) => this.take(to)));
    this.take(name);
  }

  /** @param {string} name */
  take(name) {
    this.name = name;
    this.landscape = LANDSCAPES[name];
    this.scale = heights(this.landscape.f, { xs: [-REACH, REACH] });
  }

  turn() {
    const [from, to] = this.turned < 0.5 ? [0, 1] : [1, 0];
    if (this.turner) this.turner.textContent = to ? this.words.up : this.words.down;
    this.play(TURN_TIME, (share) => {
      this.turned = from + (to - from) * share;
      this.redraw();
    }, () => this.redraw());
  }

  update() {
    const { words, landscape, colours } = this;
    const [x0, x1] = this.point;
    const slopes = landscape.gradient(x0, x1);
    if (this.map) this.drawPlane(this.map, slopes);
    const at = { x0: decimal(x0), x1: decimal(x1) };
    this.drawCut(0, (x) => landscape.f(x, x1), x0, slopes[0], fill(words.along0, at), colours.teal);
    this.drawCut(1, (x) => landscape.f(x0, x), x1, slopes[1], fill(words.along1, at), colours.open);
    const values = { ...at, slope0: decimal(slopes[0]), slope1: decimal(slopes[1]), back0: decimal(-slopes[0]), back1: decimal(-slopes[1]) };
    const way = Math.hypot(...slopes) < 0.005 ? words.flat : this.turned < 0.5 ? words.uphill : words.downhill;
    this.say(join(fill(words.now, values), fill(way, values)));
  }

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Point} slopes
   */
  drawPlane(canvas, [slope0, slope1]) {
    const { colours } = this;
    const plane = new Plane(open(canvas), [-REACH, REACH], [-REACH, REACH], { equal: true });
    this.plane = plane;
    const [x0, x1] = this.point;
    drawMap(plane, this.landscape.f, this.scale, colours, this.kept, this.name);
    plane.inside(() => {
      plane.line([[-REACH, x1], [REACH, x1]], colours.teal, 2);
      plane.line([[x0, -REACH], [x0, REACH]], colours.open, 2);
      const length = Math.hypot(slope0, slope1);
      if (length < 0.005) return;
      const size = Math.min(1.4, 0.25 + length / 8);
      const angle = Math.atan2(slope1, slope0) + this.turned * Math.PI;
      plane.arrow([x0, x1], [x0 + size * Math.cos(angle), x1 + size * Math.sin(angle)], this.turned < 0.5 ? colours.ink : colours.warm);
    });
    plane.axes(ticks(plane.xs), ticks(plane.ys), ["x₀", "x₁"], colours, true);
    this.handle?.place();
  }

  /**
   * @param {number} which
   * @param {(x: number) => number} curve
   * @param {number} at
   * @param {number} slope
   * @param {string} title
   * @param {string} colour
   */
  drawCut(which, curve, at, slope, title, colour) {
    const { colours } = this;
    const { low, high } = this.scale;
    const top = Math.min(high, low + 22);
    const room = (top - low) * 0.14;
    const plane = new Plane(open(this.cuts[which]), [-REACH, REACH], [low - room, top + room], { bottom: 24 });
    const every = top - low > 12 ? 5 : 2;
    plane.axes(ticks(plane.xs), ticks([low, top], every), [which ? "x₁" : "x₀", title], colours);
    const xs = Array.from({ length: 121 }, (_, k) => -REACH + (k / 60) * REACH);
    plane.inside(() => {
      plane.line(xs.map((x) => [x, curve(x)]), colour, 2.2);
      const reach = 1.1 / Math.hypot(1, slope / 4);
      plane.line([at - reach, at + reach].map((x) => [x, curve(at) + slope * (x - at)]), colours.warm, 2.6);
      plane.dot([at, curve(at)], 5, colours.warm);
    });
  }
}

customElements.define("kobai-slices", Slices);
