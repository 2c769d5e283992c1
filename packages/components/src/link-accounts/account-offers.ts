import type { Identity } from "@portico/react";
import { describeConnection } from "../connections/connection-catalog.js";
import type { ConnectionItem, DescribedConnection } from "../connections/connection-item.js";

/** The connections of which no account is linked. Whether addresses are equal plays no part. */
export function unlinkedConnections(
  connections: readonly ConnectionItem[],
  identities: readonly Identity[],
): readonly DescribedConnection[] {
  const linked = new Set(identities.map(({ connection }) => connection));
  return connections.map(describeConnection).filter(({ connection }) => !linked.has(connection));
}
