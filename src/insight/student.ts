/** The standard normal's 97.5 % quantile: two-sided 95 %. */
export const z95 = 1.959963984540054;

/**
 * Student's two-sided 95 % quantile for `freedom` ≥ 4, to 6 decimals.
 * Abramowitz & Stegun 26.7.5 from the normal quantile; below 30, one Newton step against the exact distribution.
 */
export function student95(freedom: number): number {
  const t = expansion(freedom);
  if (freedom >= 30) return t;
  const whole = cosinePower(freedom - 1, Math.PI / 2);
  const inside = cosinePower(freedom - 1, Math.atan(t / Math.sqrt(freedom))) / whole;
  const slope = (1 + t ** 2 / freedom) ** (-(freedom + 1) / 2) / (Math.sqrt(freedom) * whole);
  return t - (inside - 0.95) / slope;
}

/**
 * How often chance alone takes Student's t, or the standard normal when `freedom` is infinite, as far from 0, either way.
 * Craig's integral (1991) of the normal tail, its exponential averaged over the unknown variance; to 9 decimals for `freedom` ≥ 4.
 */
export function twoSided(t: number, freedom = Number.POSITIVE_INFINITY): number {
  const slices = 400;
  let sum = 0;
  for (let i = 0; i < slices; i++) {
    const reach = (t / Math.sin(((i + 0.5) / slices) * (Math.PI / 2))) ** 2;
    sum += Math.exp(freedom === Number.POSITIVE_INFINITY ? -reach / 2 : (-freedom / 2) * Math.log1p(reach / freedom));
  }
  return sum / slices;
}

function expansion(freedom: number): number {
  const z = z95;
  return (
    z +
    (z ** 3 + z) / (4 * freedom) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * freedom ** 3) +
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / (92160 * freedom ** 4)
  );
}

/** ∫₀ᵇ cosᵖ, by Simpson's rule: with x = √ν·tan θ, Student's density is a cosine's power, so no gamma function is needed. */
function cosinePower(power: number, upper: number): number {
  const slices = 200;
  const width = upper / slices;
  let sum = 1 + Math.max(0, Math.cos(upper)) ** power;
  for (let i = 1; i < slices; i++) sum += (i % 2 === 1 ? 4 : 2) * Math.cos(i * width) ** power;
  return (sum * width) / 3;
}
