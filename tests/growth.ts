/** Growth below this is that of linear work, measured beside other work; that of quadratic work is near 2. */
export const LINEAR = 1.7;

/** Milliseconds of the processor below which its clock and the compiler say more than the work. */
const MEASURABLE = 10;
const LARGEST = 50_000;
const ROUNDS = 3;
const FACTOR = 8;

/** Least time of the processor that a piece of work takes, in milliseconds: other tests run beside it, and pages are waited for. */
const timeOf = (work: () => void): number => {
  const times = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage();
    work();
    return process.cpuUsage(before).user / 1000;
  });
  return Math.min(...times);
};

/**
 * How the time of some work grows with the size of its input: 1 as the input does, 2 as its square. The input is made
 * larger from `size` on until it can be measured; then it is compared with one eight times as large, so that the answer does not depend
 * on how fast the machine is.
 */
export const growthOf = <Input>(
  make: (size: number) => Input,
  work: (input: Input) => void,
  size = 1000,
): number => {
  const time = (one: number): number => {
    const input = make(one);
    return timeOf(() => work(input));
  };
  const small = time(size);
  // What is still quick at this size grows slowly enough for anybody.
  if (small < MEASURABLE) return size >= LARGEST ? 1 : growthOf(make, work, size * 2);
  return Math.log(time(size * FACTOR) / small) / Math.log(FACTOR);
};
