import { afterEach, expect, test, vi } from "vitest";
import { throttled } from "./throttle.ts";

afterEach(() => void vi.useRealTimers());

test("[U110] of many moves in a moment the first and the last are told", () => {
  vi.useFakeTimers();
  const told: number[] = [];
  const { call, stop } = throttled<number>(80, (value) => told.push(value));
  for (const value of [1, 2, 3, 4]) call(value);
  expect(told).toEqual([1]);
  vi.advanceTimersByTime(80);
  expect(told).toEqual([1, 4]);
  vi.advanceTimersByTime(800);
  expect(told).toEqual([1, 4]);
  call(5);
  call(6);
  stop();
  vi.advanceTimersByTime(800);
  expect(told).toEqual([1, 4, 5]);
});
