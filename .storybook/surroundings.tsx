import { useEffect, type ReactNode } from "react";
import { MessagesProvider, type Messages } from "../packages/components/src/index.js";
import { FaultContext, faults, type Fault } from "./fault.js";
import { EngineContext, engines, type EngineName } from "./local-tenant.js";

/** What `Surroundings` takes, as the toolbar says it. */
export interface SurroundingsProps {
  readonly globals: Readonly<Record<string, unknown>>;
  /** The words of the chosen language; undefined leaves what the components say by themselves. */
  readonly words: Messages | undefined;
  readonly children: ReactNode;
}

/** What the toolbar has chosen, around a story. */
export function Surroundings({ globals, words, children }: SurroundingsProps): ReactNode {
  const theme = globals["theme"] === "dark" ? "dark" : "light";
  const direction = directionOf(globals["direction"], words);

  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
    document.documentElement.dir = direction;
    document.documentElement.lang = words?.locale ?? "en";
  }, [theme, direction, words]);

  return (
    <EngineContext value={oneOf<EngineName>(engines, globals["engine"], "fake")}>
      <FaultContext value={oneOf<Fault>(faults, globals["fault"], "none")}>
        <MessagesProvider messages={words}>{children}</MessagesProvider>
      </FaultContext>
    </EngineContext>
  );
}

function directionOf(chosen: unknown, words: Messages | undefined): "ltr" | "rtl" {
  if (chosen === "ltr" || chosen === "rtl") return chosen;
  return words?.direction ?? "ltr";
}

function oneOf<Name extends string>(
  known: Readonly<Record<Name, string>>,
  chosen: unknown,
  otherwise: Name,
): Name {
  return (Object.keys(known) as Name[]).find((name) => name === chosen) ?? otherwise;
}
