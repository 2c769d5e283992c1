"use client";

import type { AccessTokenParams } from "@portico/core";
import { useCallback } from "react";
import { useAuthClient } from "../provider/auth-context.js";

/**
 * Gives how to ask for an access token: with these parameters, and with those of the call in their place. The same
 * function until one of the given values changes. No token is kept here; the function rejects as `getAccessToken`
 * does, with `login_required` where nobody is signed in.
 */
export function useAccessToken(
  params: Omit<AccessTokenParams, "signal"> = {},
): (options?: AccessTokenParams) => Promise<string> {
  const client = useAuthClient();
  const { audience, scope, organization, minValidity } = params;
  return useCallback(
    (options) =>
      client.getAccessToken({
        audience,
        scope,
        organization,
        ...(minValidity !== undefined && { minValidity }),
        ...options,
      }),
    [client, audience, scope, organization, minValidity],
  );
}
