import { use, useState, type ReactNode } from "react";
import { createFakeClient, type FakeClientOptions } from "../packages/core/src/testing/index.js";
import { Auth0Provider } from "../packages/react/src/index.js";
import { FaultContext, withFault } from "./fault.js";
import { EngineContext, LocalTenant } from "./local-tenant.js";

/**
 * Surroundings without a network: every call succeeds at once unless it is replaced, or the toolbar has chosen a fault.
 * Where the toolbar has chosen an engine, it asks the local tenant, and nothing is replaced.
 */
export function FakeTenant({
  children,
  ...options
}: FakeClientOptions & { readonly children: ReactNode }): ReactNode {
  const engine = use(EngineContext);
  const fault = use(FaultContext);
  if (engine !== "fake") return <LocalTenant engine={engine}>{children}</LocalTenant>;
  return (
    <Scripted key={fault} options={options}>
      {children}
    </Scripted>
  );
}

function Scripted(props: {
  readonly options: FakeClientOptions;
  readonly children: ReactNode;
}): ReactNode {
  const fault = use(FaultContext);
  const [client] = useState(() => withFault(createFakeClient(props.options), fault));
  return <Auth0Provider client={client}>{props.children}</Auth0Provider>;
}
