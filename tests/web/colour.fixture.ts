/** Red, green and blue as amounts of light, 0 to 1. */
export type Linear = readonly [red: number, green: number, blue: number];

type Matrix = readonly [Linear, Linear, Linear];

const toLight = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

function channels(hex: string): number[] {
  return [...hex.slice(1).matchAll(/../gu)].map(([pair]) => Number.parseInt(pair, 16) / 255);
}

/** Light of `#rrggbb`. */
export function linear(hex: string): Linear {
  const [red = 0, green = 0, blue = 0] = channels(hex).map(toLight);
  return [red, green, blue];
}

/** Light of `#rrggbbaa` on a ground. Browsers mix what is written, not the light; the difference is small for small amounts. */
export function over(hex: string, ground: Linear): Linear {
  const top = linear(hex.slice(0, 7));
  const part = channels(hex)[3] ?? 1;
  return [mix(top[0], ground[0], part), mix(top[1], ground[1], part), mix(top[2], ground[2], part)];
}

const written = (light: number): number => (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055);

function mix(top: number, ground: number, part: number): number {
  return toLight(written(top) * part + written(ground) * (1 - part));
}

const luminance = ([red, green, blue]: Linear): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** Contrast of two colours as WCAG 2 measures it, 1 to 21. */
export function contrast(one: Linear, other: Linear): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

const apply = (matrix: Matrix, [red, green, blue]: Linear): Linear => {
  const row = ([a, b, c]: Linear): number => Math.min(1, Math.max(0, a * red + b * green + c * blue));
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
};

const seenThrough =
  (matrix: Matrix) =>
  (colour: Linear): Linear =>
    apply(matrix, colour);

/** What people see (Machado, Oliveira and Fernandes 2009, full severity). */
export const SIGHTS = {
  usual: (colour: Linear): Linear => colour,
  protanopic: seenThrough([
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ]),
  deuteranopic: seenThrough([
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ]),
  tritanopic: seenThrough([
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ]),
} as const;

function oklab(colour: Linear): Linear {
  const cones = apply(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    colour,
  );
  const [long, medium, short] = [Math.cbrt(cones[0]), Math.cbrt(cones[1]), Math.cbrt(cones[2])];
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
}

/** How far apart two colours look, as a distance in Oklab: 0.02 is just seen, 1 is from black to white. */
export function apart(one: Linear, other: Linear): number {
  const [a, b] = [oklab(one), oklab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
