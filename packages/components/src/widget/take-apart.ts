import {
  createAuthClient,
  type AuthClient,
  type AuthConfig,
  type StartOptions,
} from "@portico/react";
import type { WidgetOptions, WidgetPanelOptions } from "./widget-options.js";

/** The options of a widget by whom they are for. */
export interface Parts {
  readonly client: AuthClient;
  readonly start: StartOptions;
  readonly panel: WidgetPanelOptions;
}

/** Takes the options of a widget apart, and makes a client unless there is one. Throws on a wrong configuration. */
export function takeApart(options: WidgetOptions): Parts {
  const { onRedirectCallback, skipRedirectCallback, client, ...others } = options;
  const { domain = "", clientId = "" } = options;
  const config: Partial<AuthConfig> = only(others, isOfClient);
  return {
    client: client ?? createAuthClient({ ...config, domain, clientId }),
    start: { onRedirectCallback, skipRedirectCallback },
    panel: only(others, (key) => !isOfClient(key)),
  };
}

/** Throws for what a mounted panel can't be given any more. */
export function refuseFixed(options: object): void {
  const fixed = Object.keys(options).find(
    (key) =>
      isOfClient(key) || ["client", "onRedirectCallback", "skipRedirectCallback"].includes(key),
  );
  if (fixed === undefined) return;
  throw new Error(
    `A mounted panel was given another ${fixed}. Its client is made and started once, so nothing would come of it. Unmount the panel and mount it anew.`,
  );
}

function only(options: object, isWanted: (key: string) => boolean) {
  return Object.fromEntries(Object.entries(options).filter(([key]) => isWanted(key)));
}

function isOfClient(key: string): boolean {
  return Object.hasOwn(ofClient, key);
}

const ofClient: Readonly<Record<keyof AuthConfig, true>> = {
  domain: true,
  clientId: true,
  redirectUri: true,
  audience: true,
  scope: true,
  responseType: true,
  organization: true,
  popupRedirectUri: true,
  managementDomain: true,
  databaseConnection: true,
  loginVia: true,
  checkSessionOnStart: true,
  storage: true,
  leeway: true,
  rememberLastSignIn: true,
  engine: true,
  deadlines: true,
};
