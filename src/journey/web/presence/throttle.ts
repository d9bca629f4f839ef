/** Passes on the latest call at most once in `wait` milliseconds, the last one always. */
export function throttled<Value>(wait: number, pass: (value: Value) => void) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waiting: { value: Value } | null = null;
  const tick = () => {
    timer = null;
    if (waiting === null) return;
    const { value } = waiting;
    waiting = null;
    timer = setTimeout(tick, wait);
    pass(value);
  };
  return {
    call: (value: Value) => {
      waiting = { value };
      if (timer === null) tick();
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      waiting = null;
    },
  };
}
