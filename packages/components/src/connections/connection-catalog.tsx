import type { ComponentType, ReactNode } from "react";
import type { ConnectionItem, DescribedConnection } from "./connection-item.js";
import { AppleIcon } from "./icons/apple.js";
import { FacebookIcon } from "./icons/facebook.js";
import { GithubIcon } from "./icons/github.js";
import { GoogleIcon } from "./icons/google.js";
import { LinkedinIcon } from "./icons/linkedin.js";
import { MicrosoftIcon } from "./icons/microsoft.js";
import { Monogram } from "./icons/monogram.js";
import { XIcon } from "./icons/x.js";

interface Row {
  readonly name: string;
  readonly Icon?: ComponentType;
}

/** Auth0's strategies with their names in words and, for the most common ones, their marks. */
export const connectionCatalog: ReadonlyMap<string, Row> = new Map<string, Row>([
  ["google-oauth2", { name: "Google", Icon: GoogleIcon }],
  ["apple", { name: "Apple", Icon: AppleIcon }],
  ["windowslive", { name: "Microsoft", Icon: MicrosoftIcon }],
  ["facebook", { name: "Facebook", Icon: FacebookIcon }],
  ["github", { name: "GitHub", Icon: GithubIcon }],
  ["linkedin", { name: "LinkedIn", Icon: LinkedinIcon }],
  ["twitter", { name: "X", Icon: XIcon }],
  ["google-apps", { name: "Google Workspace", Icon: GoogleIcon }],
  ["waad", { name: "Microsoft Entra ID", Icon: MicrosoftIcon }],
  ["adfs", { name: "AD FS" }],
  ["amazon", { name: "Amazon" }],
  ["auth0", { name: "Auth0" }],
  ["bitbucket", { name: "Bitbucket" }],
  ["box", { name: "Box" }],
  ["discord", { name: "Discord" }],
  ["dropbox", { name: "Dropbox" }],
  ["figma", { name: "Figma" }],
  ["line", { name: "LINE" }],
  ["oidc", { name: "OpenID Connect" }],
  ["okta", { name: "Okta" }],
  ["paypal", { name: "PayPal" }],
  ["pingfederate", { name: "PingFederate" }],
  ["salesforce", { name: "Salesforce" }],
  ["samlp", { name: "SAML" }],
  ["shopify", { name: "Shopify" }],
  ["slack-oauth-2", { name: "Slack" }],
  ["spotify", { name: "Spotify" }],
  ["stripe-connect", { name: "Stripe" }],
  ["twitch", { name: "Twitch" }],
  ["vkontakte", { name: "VK" }],
  ["wordpress", { name: "WordPress" }],
  ["yahoo", { name: "Yahoo" }],
]);

/** What to show for a connection, or for a strategy. What is not known is called by its own name. */
export function describeConnection(item: ConnectionItem): DescribedConnection {
  const details = typeof item === "string" ? { connection: item } : item;
  const { connection, strategy = connection, label, icon, background, color, scope } = details;
  const row = connectionCatalog.get(strategy);
  const name = label ?? row?.name ?? connection;
  const mark = icon === undefined ? markOf(name, row) : icon;
  return { connection, name, icon: mark, background, color, scope };
}

function markOf(name: string, row: Row | undefined): ReactNode {
  return row?.Icon ? <row.Icon /> : <Monogram name={name} />;
}
