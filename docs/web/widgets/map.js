// The contour map: coloured bands and contour lines, drawn once and kept until something changes.

/** Give a scale from a height to a number from 0 to 1, with the levels of its contours. */
export function heights(f, { xs, ys = xs, count = 12, power = 2 }) {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i <= 60; i++) {
    for (let j = 0; j <= 60; j++) {
      const height = f(xs[0] + (i / 60) * (xs[1] - xs[0]), ys[0] + (j / 60) * (ys[1] - ys[0]));
      low = Math.min(low, height);
      high = Math.max(high, height);
    }
  }
  if (high - low < 1e-9) high = low + 1; // a plain
  const levels = Array.from({ length: count - 1 }, (_, k) => low + (high - low) * ((k + 1) / count) ** power);
  const share = (height) => Math.min(1, Math.max(0, (height - low) / (high - low)) ** (1 / power));
  return { low, high, levels, share, count };
}

/** Give a function from 0…1 to [r, g, b], between two colours written #rrggbb. */
export function ramp(low, high) {
  const [from, to] = [low, high].map((hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)));
  return (share) => from.map((channel, i) => Math.round(channel + (to[i] - channel) * share));
}

/** Draw the map of f below everything else of the plane; `key` says when a kept one still holds. */
export function drawMap(plane, f, scale, colours, kept, key) {
  const { box, ratio, pen } = plane;
  const width = Math.max(1, Math.round(box.width * ratio));
  const height = Math.max(1, Math.round(box.height * ratio));
  const full = [key, width, height, colours.low, colours.high].join();
  if (kept.key !== full) {
    kept.key = full;
    kept.sheet = document.createElement("canvas");
    Object.assign(kept.sheet, { width, height });
    paint(kept.sheet, plane, f, scale, colours);
  }
  pen.drawImage(kept.sheet, box.left, box.top, box.width, box.height);
}

function paint(sheet, { xs, ys, ratio }, f, scale, colours) {
  const { width, height } = sheet;
  const pen = sheet.getContext("2d");
  const picture = pen.createImageData(width, height);
  const tint = ramp(colours.low, colours.high);
  const bands = Array.from({ length: scale.count + 1 }, (_, k) => tint(k / scale.count));
  const line = ramp(colours.contour, colours.contour)(0);
  const band = (i, j) => {
    const x0 = xs[0] + ((i + 0.5) / width) * (xs[1] - xs[0]);
    const x1 = ys[1] - ((j + 0.5) / height) * (ys[1] - ys[0]);
    return Math.min(scale.count - 1, Math.floor(scale.share(f(x0, x1)) * scale.count));
  };
  // A contour is where the band changes between neighbours.
  const rows = new Uint8Array(width * height);
  for (let j = 0; j < height; j++) for (let i = 0; i < width; i++) rows[j * width + i] = band(i, j);
  for (let at = 0; at < rows.length; at++) {
    const here = rows[at];
    const edge = (at % width && rows[at - 1] !== here) || (at >= width && rows[at - width] !== here);
    const share = edge ? (ratio > 1 ? 0.75 : 0.55) : 0;
    for (let channel = 0; channel < 3; channel++) {
      picture.data[4 * at + channel] = bands[here][channel] * (1 - share) + line[channel] * share;
    }
    picture.data[4 * at + 3] = 255;
  }
  pen.putImageData(picture, 0, 0);
}
