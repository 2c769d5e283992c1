"use client";

import type { Management } from "@portico/core";
import { useAuthClient } from "../provider/auth-context.js";

/** The Management API with the session's own access tokens, as the client has it. */
export function useManagement(): Management {
  return useAuthClient().management;
}
