import * as portico from "@portico/react";
import { useEffect } from "react";

declare global {
  interface Window {
    /** What the hook has given last, for a test to look at and to call. */
    hook?: unknown;
  }
}

/** Whatever hook the page was told to show, and nothing else. */
export function Probe() {
  const [name = "", ...given] = window.shown?.hook ?? [];
  const use: unknown = Reflect.get(portico, name);
  if (typeof use !== "function") throw new Error(`There is no hook ${name}.`);
  const value: unknown = use(...given);
  useEffect(() => {
    window.hook = value;
  });
  return <p>{name}</p>;
}
