"use client";

import { useEffect, useState } from "react";
import {
  createConnectionResolution,
  type ConnectionResolution,
  type ResolveConnection,
} from "./connection-resolution.js";
import type { LoginIdentifier } from "./login-identifier.js";

/** How a login finds out that somebody signs in on the page of an organization. */
export interface EnterpriseOptions {
  /**
   * The enterprise connections by the domains of their e-mail addresses, in lower case. A function is asked again and
   * again while an address is typed, so it has to be quick.
   */
  readonly connectionForDomain?:
    | Readonly<Record<string, string>>
    | ((domain: string) => string | undefined)
    | undefined;
  /** Asked, where the domain tells nothing, when the field is left and before the form is sent. */
  readonly resolveConnection?: ResolveConnection | undefined;
}

/** What is known of the connections that names belong to. */
export interface Enterprise extends Pick<ConnectionResolution, "subscribe"> {
  /** The enterprise connection that a name belongs to. */
  readonly connectionOf: (identifier: string) => string | undefined;
  /** Whether that has to be asked first. */
  readonly isOpen: (identifier: string) => boolean;
  readonly ask: (identifier: string) => Promise<void>;
}

/** Tells which names belong to enterprise connections. */
export function useEnterprise(options: EnterpriseOptions, kind: LoginIdentifier): Enterprise {
  const { connectionForDomain, resolveConnection } = options;
  const [resolution] = useState(createConnectionResolution);
  const { get, isKnown, ask, stop, subscribe } = resolution;
  useEffect(() => stop, [stop]);

  return {
    subscribe,
    connectionOf: (identifier) => ofDomain(identifier) ?? get(identifier),
    isOpen,
    async ask(identifier) {
      if (resolveConnection && isOpen(identifier)) await ask(identifier, resolveConnection);
    },
  };

  function isOpen(identifier: string): boolean {
    if (!resolveConnection || isKnown(identifier)) return false;
    const isWhole = kind === "email" ? /.@./.test(identifier) : identifier !== "";
    return isWhole && ofDomain(identifier) === undefined;
  }

  function ofDomain(identifier: string): string | undefined {
    const [, domain] = /@([^@\s]+)$/.exec(identifier.toLowerCase()) ?? [];
    if (domain === undefined || !connectionForDomain) return undefined;
    if (typeof connectionForDomain === "function") return connectionForDomain(domain);
    return Object.hasOwn(connectionForDomain, domain) ? connectionForDomain[domain] : undefined;
  }
}
