import type { AuthError, AuthErrorCode } from "../../packages/react/src/index.js";
import { codesOf, failing, type Call } from "./calls.js";
import { sampleError } from "./sample-error.js";
import type { CallScene, Exhibit, Scene, StateScene } from "./scene.js";

/** A call of a component that ends with a code. */
export interface Refusal {
  readonly call: Call;
  readonly code: AuthErrorCode;
  readonly error: AuthError;
  readonly scene: Scene;
  readonly about: CallScene;
}

/** The states of a component by their names, in the order of their table. */
export function statesOf({ states }: Exhibit): readonly (readonly [string, StateScene])[] {
  return Object.entries(states);
}

/** Every call of a component with every code that it can end with. */
export function refusalsOf({ calls }: Exhibit): readonly Refusal[] {
  return (Object.keys(calls) as Call[]).flatMap((call) => {
    const about = calls[call];
    return about ? codesOf[call].map((code) => refusal(call, code, about)) : [];
  });
}

function refusal(call: Call, code: AuthErrorCode, about: CallScene): Refusal {
  const error = sampleError(code);
  const { show, act, tenant } = about;
  const scene: Scene = {
    show,
    ...(act && { act }),
    tenant: () => failing((typeof tenant === "function" ? tenant() : tenant) ?? {}, call, error),
  };
  return { call, code, error, scene, about };
}
