/** A ring of dots: its radius, and how many dots are on it. */
export interface Ring {
  readonly radius: number;
  readonly dots: number;
}

/** Spreads `total` dots over rings of the given radii, as evenly along their lines as whole dots allow. */
export const spreadDots = (total: number, radii: readonly number[]): Ring[] => {
  const length = radii.reduce((sum, radius) => sum + radius, 0);
  let placed = 0;
  let passed = 0;
  return radii.map((radius) => {
    passed += radius;
    const dots = Math.round((total * passed) / length) - placed;
    placed += dots;
    return { radius, dots };
  });
};
