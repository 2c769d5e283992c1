import { createContext } from "react";
import { fakeError, type FakeClientOptions } from "../packages/core/src/testing/index.js";
import type { AuthClient, AuthErrorCode } from "../packages/react/src/index.js";
import { sampleError } from "./states/sample-error.js";

/** What is wrong between the page and the tenant. */
export const faults = {
  none: "All is well",
  slow: "Every answer takes five seconds",
  offline: "No connection",
  rate_limited: "The tenant asks to wait",
  server: "The tenant fails",
  malformed: "Answers in a shape that is none",
  cookies: "Third-party cookies are blocked",
} as const;

/** The name of one of them. */
export type Fault = keyof typeof faults;

/** The fault that the toolbar has chosen. */
export const FaultContext = createContext<Fault>("none");

/** The client behind a fault: it calls, and the fault answers. */
export function withFault(client: AuthClient, fault: Fault): AuthClient {
  if (fault === "none") return client;
  const { passwordless, mfa, management } = client;
  return {
    ...faulty(client, fault, calls),
    passwordless: faulty(passwordless, fault, ["start", "resend", "verify", "prove"]),
    mfa: faulty(mfa, fault, ["authenticators", "enroll", "challenge", "verify"]),
    management: faulty(management, fault, ["getUser", "listIdentities"]),
  };
}

const calls = [
  "login",
  "loginWithPopup",
  "signup",
  "resetPassword",
  "reauthenticate",
  "proveIdentity",
  "linkIdentity",
  "unlinkIdentity",
  "checkSession",
  "userInfo",
] as const satisfies readonly (keyof FakeClientOptions)[];

// Only what asks in a frame needs those cookies.
const inFrames: ReadonlySet<string> = new Set(["login", "verify", "checkSession"]);

const slowness = 5000;

function faulty<Group extends object>(
  group: Group,
  fault: Exclude<Fault, "none">,
  names: readonly (keyof Group & string)[],
): Group {
  const replaced = names.flatMap((name) => {
    const call = group[name];
    if (typeof call !== "function") return [];
    if (fault === "cookies" && !inFrames.has(name)) return [];
    return [[name, async (...given: readonly unknown[]) => answer(fault, () => call(...given))]];
  });
  return { ...group, ...Object.fromEntries(replaced) };
}

async function answer(
  fault: Exclude<Fault, "none">,
  call: () => Promise<unknown>,
): Promise<unknown> {
  switch (fault) {
    case "slow":
      await new Promise((resolve) => setTimeout(resolve, slowness));
      return call();
    case "offline":
      throw fakeError("network", { online: false });
    default:
      throw sampleError(codes[fault]);
  }
}

const codes = {
  rate_limited: "rate_limited",
  server: "server",
  malformed: "invalid_response",
  cookies: "third_party_cookies_blocked",
} as const satisfies Readonly<Partial<Record<Fault, AuthErrorCode>>>;
