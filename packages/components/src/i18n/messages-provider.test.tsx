import "@testing-library/jest-dom/vitest";
import { createFakeClient } from "@portico/core/testing";
import { Auth0Provider } from "@portico/react";
import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { Login } from "../login/login.js";
import { MessagesProvider } from "./messages-provider.js";

it("replaces words for everything below it; the nearest word wins", () => {
  render(
    <Auth0Provider client={createFakeClient()}>
      <MessagesProvider messages={{ login: { submit: "Anmelden", title: "Willkommen" } }}>
        <MessagesProvider messages={{ fields: { password: "Passwort" } }}>
          <Login messages={{ login: { title: "Hallo" } }} />
        </MessagesProvider>
      </MessagesProvider>
    </Auth0Provider>,
  );
  expect(screen.getByRole("region", { name: "Hallo" })).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Anmelden" })).toBeInTheDocument();
  expect(screen.getByLabelText("Passwort")).toBeInTheDocument();
  expect(screen.getByLabelText("E-mail")).toBeInTheDocument();
});
