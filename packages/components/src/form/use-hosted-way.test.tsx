import { createFakeClient, fakeError } from "@portico/core/testing";
import { act, renderHook } from "@testing-library/react";
import type { AuthClient } from "@portico/react";
import type { ReactNode } from "react";
import { describe, expect, it, vi } from "vitest";
import { never, refuse, Tenant } from "../../test/login-page.js";
import { hostedWay, useLeaving, type HostedParams } from "./use-hosted-way.js";

const params: HostedParams = {
  connection: "users",
  audience: "https://api.example",
  scope: "openid email",
  organization: "org_1",
  invitation: "ticket",
  appState: { returnTo: "/board" },
};

function leaving(loginWithConnection: AuthClient["loginWithConnection"], given = params) {
  const client = createFakeClient({ loginWithConnection });
  const told = { onSuccess: vi.fn(), onError: vi.fn() };
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <Tenant client={client}>{children}</Tenant>
  );
  const { result } = renderHook(() => useLeaving(given, told), { wrapper });
  return { ...told, now: () => result.current };
}

describe("Leaving for the tenant's own page", () => {
  it.each([
    ["ada@example.com", "ada@example.com"],
    ["", undefined],
    [undefined, undefined],
  ])("takes everything along, with the name %j as %j", async (hint, loginHint) => {
    const call = vi.fn(createFakeClient().loginWithConnection);
    const { now, onSuccess, onError } = leaving(call);
    expect(await act(() => now().leaveWith(hint))).toBeUndefined();
    expect(call).toHaveBeenCalledOnce();
    expect(call.mock.calls[0]?.[0]).toMatchObject({ ...params, loginHint });
    expect(onSuccess).toHaveBeenCalledExactlyOnceWith({ kind: "redirecting" });
    expect(onError).not.toHaveBeenCalled();
  });

  it("gives and tells why the page could not be left, and can be tried again", async () => {
    const error = fakeError("storage_unavailable");
    const call = vi.fn(refuse(error));
    const { now, onSuccess, onError } = leaving(call);
    expect(await act(() => now().leaveWith("ada"))).toBe(error);
    expect(onError).toHaveBeenCalledExactlyOnceWith(error);
    expect(onSuccess).not.toHaveBeenCalled();
    expect(hostedWay(now(), () => "")).toMatchObject({ isPending: false, error });
    await act(() => now().leaveWith("ada"));
    expect(call).toHaveBeenCalledTimes(2);
  });

  it.each([
    ["on its way", never],
    ["gone", createFakeClient().loginWithConnection],
  ])("happens once while the page is %s", async (_how, loginWithConnection) => {
    const call = vi.fn(loginWithConnection);
    const { now } = leaving(call);
    expect(hostedWay(now(), () => "")).toMatchObject({ isPending: false, error: undefined });
    await act(async () => void now().leaveWith("ada"));
    expect(hostedWay(now(), () => "")).toMatchObject({ isPending: true, error: undefined });
    expect(await act(() => now().leaveWith("ada"))).toBeUndefined();
    expect(call).toHaveBeenCalledOnce();
  });

  it("can be taken back", async () => {
    const { now } = leaving(createFakeClient().loginWithConnection);
    await act(async () => void now().leaveWith("ada"));
    act(() => now().reset());
    expect(now().state.status).toBe("idle");
  });

  it("asks for the name when it is gone, not before", async () => {
    const call = vi.fn(createFakeClient().loginWithConnection);
    const { now } = leaving(call, {});
    const hint = vi.fn(() => "ada");
    const way = hostedWay(now(), hint);
    expect(hint).not.toHaveBeenCalled();
    await act(async () => way.leave());
    expect(call.mock.calls[0]?.[0]).toMatchObject({ loginHint: "ada" });
  });
});
