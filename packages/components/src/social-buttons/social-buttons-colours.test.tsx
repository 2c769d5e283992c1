import "@testing-library/jest-dom/vitest";
import { createFakeClient } from "@portico/core/testing";
import { render, screen } from "@testing-library/react";
import { createRef, StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Tenant, button } from "../../test/login-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import type { ConnectionItem } from "../connections/connection-item.js";
import { SocialButton } from "../parts/social-button.js";
import { SocialButtons } from "./social-buttons.js";

keepConsoleQuiet();

const client = createFakeClient();
const acme = { connection: "acme", label: "Acme", background: "#7a1f3d", color: "white" };

function page(...connections: ConnectionItem[]) {
  return (
    <StrictMode>
      <Tenant client={client}>
        <SocialButtons connections={connections} />
      </Tenant>
    </StrictMode>
  );
}

function coloursOf({ style }: HTMLElement) {
  const read = (name: string) => style.getPropertyValue(`--portico-social-${name}`);
  return [read("background"), read("color")];
}

describe("A connection's own colours", () => {
  it("are its button's, and no other's", () => {
    render(page(acme, "google-oauth2"));
    expect(coloursOf(button("Continue with Acme"))).toEqual(["#7a1f3d", "white"]);
    expect(button("Continue with Acme")).toHaveAttribute("data-painted", "true");
    expect(coloursOf(button("Continue with Google"))).toEqual(["", ""]);
    expect(button("Continue with Google")).not.toHaveAttribute("data-painted");
  });

  it("follow the app, also where it takes them back", () => {
    const { rerender } = render(page(acme));
    rerender(page({ ...acme, background: "navy" }));
    expect(coloursOf(button("Continue with Acme"))).toEqual(["navy", "white"]);
    rerender(page({ connection: "acme", label: "Acme" }));
    expect(coloursOf(button("Continue with Acme"))).toEqual(["", ""]);
  });

  it("are not in a server's page, whose policy would refuse them, and come with React", () => {
    const container = document.body.appendChild(document.createElement("div"));
    container.innerHTML = renderToString(page(acme));
    expect(container.innerHTML).not.toMatch(/<[^>]+\sstyle=/);
    render(page(acme), { container, hydrate: true });
    expect(coloursOf(screen.getByRole("button"))).toEqual(["#7a1f3d", "white"]);
  });

  it("leave the part's ref to whoever has one", () => {
    const ref = createRef<HTMLButtonElement>();
    render(
      <SocialButton ref={ref} background="navy">
        Acme
      </SocialButton>,
    );
    expect(ref.current).toBe(button("Acme"));
  });
});
