// <kobai-slices landscape="unequal" point="-1.5,1">
// Move a point on the map and see the two slices through it, whose slopes are the partial derivatives.
import { Plane, makeCanvas, open, ticks } from "./canvas.js";
import { LANDSCAPES } from "./functions.js";
import { makeHandle } from "./handle.js";
import { drawMap, heights } from "./map.js";
import { Widget, make } from "./widget.js";
import { decimal, fill, join } from "./words.js";

const REACH = 3;

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
      along0: "f along x₀, with x₁ = {x1}",
      along1: "f along x₁, with x₀ = {x0}",
      now: "At ({x0}, {x1}): ∂f/∂x₀ = {slope0} and ∂f/∂x₁ = {slope1}. The gradient is ({slope0}, {slope1}); the arrow points against it, downhill.",
      flat: "Both slopes are 0 here: a critical point.",
    },
    ja: {
      title: "断面で見る偏微分",
      landscape: "関数",
      bowl: "お椀",
      unequal: "傾きの違うお椀",
      valleys: "二つの谷",
      point: "点",
      how: "ドラッグするか、矢印キーで動かせます。",
      along0: "x₁ = {x1} での x₀ 方向の断面",
      along1: "x₀ = {x0} での x₁ 方向の断面",
      now: "点 ({x0}, {x1}) では ∂f/∂x₀ = {slope0}、∂f/∂x₁ = {slope1} です。勾配は ({slope0}, {slope1}) で、矢印はその逆、下り坂の向きです。",
      flat: "どちらの傾きも 0 です。ここは停留点です。",
    },
  };

  build() {
    const { words } = this;
    this.point = (this.getAttribute("point") ?? "-1.5,1").split(",").map(Number);
    this.kept = {};
    this.map = makeCanvas("kobai-map");
    this.cuts = [makeCanvas("kobai-cut"), makeCanvas("kobai-cut")];
    this.handle = makeHandle(this.map, {
      name: words.point,
      how: words.how,
      within: [[-REACH, REACH], [-REACH, REACH]],
      get: () => this.point,
      set: (point) => { this.point = point; },
      plane: () => this.plane,
      changed: () => this.redraw(),
    });
    this.row(
      "kobai-views",
      make("div", { className: "kobai-view kobai-view-map" }, this.map, this.handle),
      make("div", { className: "kobai-view kobai-cuts" }, ...this.cuts),
    );
    const name = this.getAttribute("landscape") ?? "bowl";
    const options = Object.keys(LANDSCAPES).map((key) => [key, `${words[key]}: ${LANDSCAPES[key].formula}`]);
    this.row("kobai-controls", this.choice(words.landscape, options, name, (to) => this.take(to)));
    this.line = this.report();
    this.live.append(this.line);
    this.take(name);
  }

  take(name) {
    this.name = name;
    this.landscape = LANDSCAPES[name];
    this.scale = heights(this.landscape.f, { xs: [-REACH, REACH] });
  }

  update() {
    const { words, landscape } = this;
    const [x0, x1] = this.point;
    const slopes = landscape.gradient(x0, x1);
    const colours = Object.fromEntries(["low", "high", "contour", "ink", "soft", "walk", "mark", "calm"].map((name) => [name, this.colour(name)]));
    this.drawPlane(colours, slopes);
    const at = { x0: decimal(x0), x1: decimal(x1) };
    this.drawCut(0, (x) => landscape.f(x, x1), x0, slopes[0], fill(words.along0, at), colours, colours.mark);
    this.drawCut(1, (x) => landscape.f(x0, x), x1, slopes[1], fill(words.along1, at), colours, colours.calm);
    const now = fill(words.now, { ...at, slope0: decimal(slopes[0]), slope1: decimal(slopes[1]) });
    this.line.textContent = Math.hypot(...slopes) < 0.005 ? join(now, words.flat) : now;
  }

  drawPlane(colours, [slope0, slope1]) {
    const plane = new Plane(open(this.map), [-REACH, REACH], [-REACH, REACH]);
    this.plane = plane;
    const [x0, x1] = this.point;
    drawMap(plane, this.landscape.f, this.scale, colours, this.kept, this.name);
    plane.inside(() => {
      plane.line([[-REACH, x1], [REACH, x1]], colours.mark, 2);
      plane.line([[x0, -REACH], [x0, REACH]], colours.calm, 2);
      const length = Math.hypot(slope0, slope1);
      if (length > 0.005) {
        const size = Math.min(1.4, 0.25 + length / 8) / length;
        this.arrow(plane, [x0, x1], [x0 - slope0 * size, x1 - slope1 * size], colours.walk);
      }
    });
    plane.axes(ticks([-REACH, REACH]), ticks([-REACH, REACH]), ["x₀", "x₁"], colours.ink, colours.soft, true);
    this.handle.place();
  }

  arrow(plane, from, to, colour) {
    plane.line([from, to], colour, 3);
    const angle = Math.atan2(plane.y(to[1]) - plane.y(from[1]), plane.x(to[0]) - plane.x(from[0]));
    const { pen } = plane;
    pen.beginPath();
    for (const [ahead, aside] of [[4, 0], [-8, 5], [-8, -5]]) {
      pen.lineTo(
        plane.x(to[0]) + ahead * Math.cos(angle) - aside * Math.sin(angle),
        plane.y(to[1]) + ahead * Math.sin(angle) + aside * Math.cos(angle),
      );
    }
    pen.fillStyle = colour;
    pen.fill();
  }

  drawCut(which, curve, at, slope, title, colours, colour) {
    const { low, high } = this.scale;
    const top = Math.min(high, low + 22);
    const room = (top - low) * 0.14;
    const plane = new Plane(open(this.cuts[which]), [-REACH, REACH], [low - room, top + room]);
    const every = top - low > 12 ? 5 : 2;
    plane.axes(ticks([-REACH, REACH]), ticks([low, top], every), [which ? "x₁" : "x₀", title], colours.ink, colours.soft);
    const xs = Array.from({ length: 121 }, (_, k) => -REACH + (k / 60) * REACH);
    plane.inside(() => {
      plane.line(xs.map((x) => [x, curve(x)]), colour, 2.2);
      const reach = 1.1 / Math.hypot(1, slope / 4);
      const tangent = [at - reach, at + reach].map((x) => [x, curve(at) + slope * (x - at)]);
      plane.line(tangent, colours.walk, 2.6);
      plane.dot([at, curve(at)], 5, colours.walk);
    });
  }
}

customElements.define("kobai-slices", Slices);
