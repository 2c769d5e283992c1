import "@testing-library/jest-dom/vitest";
import { createFakeClient } from "@portico/core/testing";
import { render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { Writable } from "node:stream";
import { expect, it, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";

keepConsoleQuiet();

it("hydrates in silence what a server has streamed, with the number's country and the other ways to come", async () => {
  const container = document.body.appendChild(document.createElement("div"));
  container.innerHTML = await streamed(await app());
  const input = screen.getByLabelText("Phone number");
  expect(screen.queryByLabelText("Country")).toBeNull();
  const onRecoverableError = vi.fn();
  render(await app(), { container, hydrate: true, onRecoverableError });
  expect(await screen.findByRole("button", { name: "Continue with Google" })).toBeEnabled();
  expect(await screen.findByLabelText("Country")).toBeInTheDocument();
  expect(screen.getByLabelText("Phone number")).toBe(input);
  expect(onRecoverableError).not.toHaveBeenCalled();
});

/** The page by modules of its own: a server and a browser share none. */
async function app(): Promise<ReactNode> {
  vi.resetModules();
  const { Auth0Provider } = await import("@portico/react");
  const { Login } = await import("./login.js");
  return (
    <Auth0Provider client={createFakeClient({})}>
      <Login identifier="phone" connections={["google-oauth2"]} />
    </Auth0Provider>
  );
}

function streamed(app: ReactNode): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: string[] = [];
    const sink = new Writable({
      write(chunk, _, done) {
        chunks.push(String(chunk));
        done();
      },
      final(done) {
        resolve(chunks.join(""));
        done();
      },
    });
    const { pipe } = renderToPipeableStream(app, { onAllReady: () => pipe(sink), onError: reject });
  });
}
