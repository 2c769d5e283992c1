import { authError } from "../errors/auth-error.js";
import type { CallOptions } from "./deadline.js";

interface Flight {
  readonly result: Promise<unknown>;
  readonly controller: AbortController;
  waiting: number;
}

/** Runs at most one piece of work for each key; later callers share it, each with a signal of their own. */
export interface SingleFlight {
  <T>(key: string, options: CallOptions, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

/** The work is aborted only when every caller who waited for it has given up. */
export function createSingleFlight(): SingleFlight {
  const flights = new Map<string, Flight>();

  return async <T>(key: string, { signal }: CallOptions, work: (s: AbortSignal) => Promise<T>) => {
    if (signal?.aborted) throw authError("aborted");
    const flight = flights.get(key) ?? launch(key, work);
    flight.waiting += 1;
    // The key names the kind of work, so whoever shares it shares its result type.
    return leaveOnAbort(flight, signal) as Promise<T>;
  };

  function launch(key: string, work: (signal: AbortSignal) => Promise<unknown>): Flight {
    const controller = new AbortController();
    const result = work(controller.signal).finally(() => {
      if (flights.get(key) === flight) flights.delete(key);
    });
    const flight: Flight = { result, controller, waiting: 0 };
    flights.set(key, flight);
    return flight;
  }

  function leaveOnAbort(flight: Flight, signal: AbortSignal | undefined): Promise<unknown> {
    if (!signal) return flight.result;
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(authError("aborted"));
        flight.waiting -= 1;
        if (flight.waiting > 0) return;
        for (const [key, other] of flights) if (other === flight) flights.delete(key);
        flight.controller.abort();
      };
      signal.addEventListener("abort", leave);
      flight.result.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave));
    });
  }
}
