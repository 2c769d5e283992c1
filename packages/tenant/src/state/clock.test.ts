import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createClock } from "./clock.js";

const start = Date.UTC(2030, 0, 1);
const hour = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("clock", () => {
  it("is real time until it is moved", () => {
    expect(createClock().read()).toEqual({ now: start, offset: 0, frozen: false });
  });

  it("runs ahead by its offset, and not by the sum of two", () => {
    const clock = createClock();
    clock.offset(hour);
    clock.offset(2 * hour);
    vi.setSystemTime(start + 5);
    expect(clock.read()).toEqual({ now: start + 2 * hour + 5, offset: 2 * hour, frozen: false });
  });

  it("goes on from the time it is set to", () => {
    const clock = createClock();
    clock.set(Date.UTC(2020, 0, 1));
    vi.setSystemTime(start + 1000);
    expect(clock.now()).toBe(Date.UTC(2020, 0, 1) + 1000);
  });

  it("stands still while it is frozen, and can be moved all the same", () => {
    const clock = createClock();
    clock.freeze();
    vi.setSystemTime(start + hour);
    expect(clock.read()).toEqual({ now: start, offset: -hour, frozen: true });
    clock.set(start + 7);
    expect(clock.now()).toBe(start + 7);
    clock.offset(60);
    expect(clock.now()).toBe(start + hour + 60);
  });

  it("resumes from where it stands, without a jump", () => {
    const clock = createClock();
    clock.offset(hour);
    clock.freeze();
    vi.setSystemTime(start + 10 * hour);
    clock.resume();
    clock.resume();
    expect(clock.now()).toBe(start + hour);
    vi.setSystemTime(start + 10 * hour + 3);
    expect(clock.now()).toBe(start + hour + 3);
  });

  it("keeps to whole milliseconds", () => {
    const clock = createClock();
    clock.offset(0.4);
    expect(clock.now()).toBe(start);
    clock.set(start + 1.6);
    expect(clock.now()).toBe(start + 2);
  });

  it.each([Number.NaN, Infinity, -1, 1e15])("refuses %d and stays where it is", (time) => {
    const clock = createClock();
    expect(() => clock.set(time)).toThrow("from 1970 to 9999");
    expect(() => clock.offset(time - start)).toThrow("from 1970 to 9999");
    expect(clock.now()).toBe(start);
  });
});
