import { createFakeClient } from "@portico/core/testing";
import { Auth0Provider, useSession } from "@portico/react";
import { act, renderHook } from "@testing-library/react";
import { useState } from "react";
import { expect, it } from "vitest";
import { useAuthPanel } from "../auth-panel/use-auth-panel.js";

it("x", async () => {
  const client = createFakeClient();
  const log: unknown[] = [];
  const { result } = renderHook(() => { const p = useAuthPanel({}); log.push([p.view]); return p; }, { wrapper: ({ children }) => <Auth0Provider client={client}>{children}</Auth0Provider> });
  await act(async () => void (await client.login({ email: "a@b", password: "c" })));
  log.push("in");
  act(() => result.current.goTo("signedIn"));
  log.push("out");
  await act(async () => void (await client.logout()));
  console.log(JSON.stringify(log), result.current.view);
});
it("y", async () => {
  const client = createFakeClient();
  const log: unknown[] = [];
  const { result } = renderHook(() => { 
    const s = useSession(({ status }) => status); 
    const [seen, setSeen] = useState(s); const [view, setView] = useState("a");
    log.push([s, seen, view]);
    if (seen !== s) { setSeen(s); if (s === "anonymous") setView("home"); }
    return { view, setView }; }, { wrapper: ({ children }) => <Auth0Provider client={client}>{children}</Auth0Provider> });
  await act(async () => void (await client.login({ email: "a@b", password: "c" })));
  log.push("in");
  act(() => result.current.setView("signedIn"));
  log.push("out");
  await act(async () => void (await client.logout()));
  console.log(JSON.stringify(log), result.current.view);
});
