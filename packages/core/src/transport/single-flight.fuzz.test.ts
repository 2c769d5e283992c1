import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fuzz, property } from "../../test/fuzz.js";
import { authError, isAuthError } from "../errors/auth-error.js";
import { createSingleFlight } from "./single-flight.js";

/** Callers of two kinds of work: some give up, and the work may fail. */
const callers = fc.array(fc.record({ key: fc.constantFrom("one", "two"), givesUp: fc.boolean() }), {
  minLength: 1,
  maxLength: 6,
});

test(
  "shared work settles for each caller, in any order of answers and goodbyes",
  property,
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), callers, fc.boolean(), async (scheduler, list, fails) => {
        const flight = createSingleFlight();
        const running = new Map<string, AbortSignal>();
        let atOnce = 0;
        let litter = 0;
        /** Work that ends when the order of this run says so, or when nobody waits for it any more. */
        const work = (key: string) => async (signal: AbortSignal) => {
          if (running.get(key)?.aborted === false) atOnce += 1;
          running.set(key, signal);
          const stopped = new Promise<never>((_, reject) => {
            signal.addEventListener("abort", () => reject(authError("aborted")));
          });
          await Promise.race([scheduler.schedule(Promise.resolve(), `answer for ${key}`), stopped]);
          if (running.get(key) === signal) running.delete(key);
          if (fails) throw authError("server");
          return key;
        };
        const ends = list.map(async ({ key, givesUp }, index) => {
          const controller = new AbortController();
          const { signal } = controller;
          const { addEventListener, removeEventListener } = signal;
          signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
            litter += 1;
            addEventListener.apply(signal, args);
          };
          signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
            litter -= 1;
            removeEventListener.apply(signal, args);
          };
          await scheduler.schedule(Promise.resolve(), `caller ${index} of ${key}`);
          const result = flight(key, { signal }, work(key));
          if (givesUp) {
            void scheduler
              .schedule(Promise.resolve(), `caller ${index} gives up`)
              .then(() => controller.abort());
          }
          const end = await result.catch((error: unknown) =>
            isAuthError(error) ? error.code : error,
          );
          return { end, isAborted: signal.aborted };
        });
        await scheduler.waitIdle();
        for (const [index, { end, isAborted }] of (await Promise.all(ends)).entries()) {
          const right: unknown[] = [fails ? "server" : list[index]?.key];
          expect(list[index]?.givesUp && isAborted ? [...right, "aborted"] : right).toContain(end);
        }
        // Never two of a kind, unless everybody who waited for the first has given up.
        expect(atOnce).toBe(0);
        expect(litter).toBe(0);
        // The next caller starts anew.
        const last = flight("one", {}, async () => "fresh");
        expect(await last).toBe("fresh");
      }),
      fuzz,
    );
  },
);
