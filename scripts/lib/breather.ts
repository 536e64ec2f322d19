/** Turns that pieces which somebody waits for get before one of the others. */
const TURNS_BEFORE = 8;

const waited: (() => void)[] = [];
const others: (() => void)[] = [];
let before = 0;
let isScheduled = false;

/** Lets one piece of work go on: of those that somebody waits for the first, and now and then one of the others. */
const nextTurn = (): void => {
  isScheduled = false;
  const isForOthers = others.length > 0 && (waited.length === 0 || before >= TURNS_BEFORE);
  before = isForOthers ? 0 : before + 1;
  (isForOthers ? others : waited).shift()?.();
  schedule();
};

const schedule = (): void => {
  if (isScheduled || waited.length + others.length === 0) return;
  isScheduled = true;
  setImmediate(nextTurn);
};

/**
 * Lets others run where a piece of work has taken so many milliseconds since they last did. Of several pieces of work one goes
 * on in each turn of the event loop, in the order in which they came: a request waits for one of them, and not for all.
 * Those that somebody waits for before a page go first, but not for ever.
 */
export const breather = ({ ms = 5, isWaitedFor = false } = {}): (() => Promise<void>) => {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < ms) return;
    await new Promise<void>((resolve) => {
      (isWaitedFor ? waited : others).push(resolve);
      schedule();
    });
    since = performance.now();
  };
};
