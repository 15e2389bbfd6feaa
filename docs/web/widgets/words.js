// Numbers and words as the page's language writes them.

/** @returns {"en" | "ja"} the page's language */
export const language = () => (document.documentElement.lang.startsWith("ja") ? "ja" : "en");

/**
 * Return a number with so many decimals, and a true minus sign.
 * @param {number} value
 */
export const decimal = (value, places = 2) => {
  const text = value.toFixed(places);
  return (Number(text) === 0 ? (0).toFixed(places) : text).replace("-", "−");
};

/**
 * Return a number with the decimals that it needs, and a true minus sign: 0.1, −2, 0.125.
 * @param {number} value
 */
export const plain = (value) => String(Number(value.toPrecision(4))).replace("-", "−");

/**
 * Return a number of any size in few characters: 0.25, 3.1 × 10⁻⁷.
 * @param {number} value
 */
export function short(value) {
  if (Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value < 0 ? "−∞" : "∞";
  const size = Math.abs(value);
  if (size === 0) return "0";
  if (size >= 0.01 && size < 1e4) return decimal(value, size < 1 ? 3 : 2);
  const exponent = Math.floor(Math.log10(size));
  return `${decimal(value / 10 ** exponent, 1)} × 10${raised(exponent)}`;
}

/**
 * Return a whole number as an exponent is written.
 * @param {number} exponent
 */
export const raised = (exponent) =>
  [...String(exponent)].map((sign) => (sign === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)])).join("");

/**
 * Return a sentence with values in it: fill("{a} of {b}", { a: 1, b: 2 }).
 * @param {string} sentence
 * @param {Record<string, string | number>} values
 */
export const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

/**
 * Return sentences one behind the other; Japanese ones need no space between them.
 * @param {string[]} sentences
 */
export const join = (...sentences) => sentences.filter(Boolean).join(" ").replaceAll("。 ", "。");

/**
 * Return a sum of terms as one writes it: sum([[1, "x₀²"], [-2, "x₁²"]]) is x₀² − 2x₁².
 * @param {[number, string][]} terms
 */
export function sum(terms) {
  const written = terms
    .filter(([factor]) => factor !== 0)
    .map(([factor, letters], index) => {
      const sign = factor < 0 ? "−" : "+";
      const size = Math.abs(factor) === 1 ? "" : plain(Math.abs(factor));
      if (index === 0) return `${factor < 0 ? "−" : ""}${size}${letters}`;
      return ` ${sign} ${size}${letters}`;
    });
  return written.join("") || "0";
}
