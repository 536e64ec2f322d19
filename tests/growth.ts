/** Growth below this is that of linear work, measured beside other work; that of quadratic work is near 2. */
export const LINEAR = 1.8;

/** Milliseconds of the processor below which its clock and the compiler say more than the work. */
const MEASURABLE = 10;
const LARGEST = 50_000;
const ROUNDS = 3;
/** Rounds of the larger input before growth that is too fast is believed: collecting garbage counts as work as well. */
const MOST_ROUNDS = 10;
const FACTOR = 8;

/** Time of the processor until now, in milliseconds: other tests run beside it. */
const processorTime = (): number => process.cpuUsage().user / 1000;

/** Time that a piece of work takes once. */
const timeOf = (work: () => void, clock: () => number): number => {
  const before = clock();
  work();
  return clock() - before;
};

/** How much longer work takes on an input eight times as large, as an exponent of the size. */
const exponentOf = (large: number, small: number): number =>
  Math.log(large / small) / Math.log(FACTOR);

/**
 * How the time of some work grows with the size of its input: 1 as the input does, 2 as its square. The input is made
 * larger from `size` on until it can be measured; then it is compared with one eight times as large, so that the answer does not depend
 * on how fast the machine is. The least of some rounds counts, as whatever disturbs a round only makes it longer; so the
 * first that is linear is answer enough. `clock` gives the time in milliseconds.
 */
export const growthOf = <Input>(
  make: (size: number) => Input,
  work: (input: Input) => void,
  size = 1000,
  clock: () => number = processorTime,
): number => {
  const input = make(size);
  const small = Math.min(...Array.from({ length: ROUNDS }, () => timeOf(() => work(input), clock)));
  // What is still quick at this size grows slowly enough for anybody.
  if (small < MEASURABLE) return size >= LARGEST ? 1 : growthOf(make, work, size * 2, clock);
  const large = make(size * FACTOR);
  let growth = Number.POSITIVE_INFINITY;
  for (let round = 0; round < MOST_ROUNDS && growth >= LINEAR; round++) {
    growth = Math.min(
      growth,
      exponentOf(
        timeOf(() => work(large), clock),
        small,
      ),
    );
  }
  return growth;
};
