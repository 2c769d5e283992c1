import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { connectionCatalog, describeConnection } from "./connection-catalog.js";

describe("describeConnection", () => {
  it.each([
    ["google-oauth2", "Google"],
    ["windowslive", "Microsoft"],
    ["twitter", "X"],
    ["acme-saml", "acme-saml"],
    ["constructor", "constructor"],
  ])("calls %s %s", (connection, name) => {
    expect(describeConnection(connection)).toMatchObject({ connection, name, scope: undefined });
  });

  it("takes the name and the mark of the strategy for a connection with a name of its own", () => {
    const { name, icon } = describeConnection({ connection: "corp", strategy: "waad" });
    expect(name).toBe("Microsoft Entra ID");
    expect(icon).toEqual(describeConnection("windowslive").icon);
  });

  it("takes the app's words, mark and scopes before its own", () => {
    const scope = ["repo"];
    const own = { connection: "github", label: "Octo", icon: <b>O</b>, scope };
    expect(describeConnection(own)).toEqual({
      connection: "github",
      name: "Octo",
      icon: own.icon,
      scope,
    });
    expect(describeConnection({ connection: "github", icon: null }).icon).toBeNull();
  });

  it("draws the first letter of what has no mark, whatever script it is written in", () => {
    for (const [label, letter] of [
      ["harbour", "H"],
      ["日本", "日"],
      ["𐐨deseret", "𐐀"],
    ]) {
      const { icon } = describeConnection({ connection: "own", label });
      expect(renderToStaticMarkup(icon)).toContain(`>${letter}</text>`);
    }
  });

  it("draws marks that nobody reads out, without styles of their own", () => {
    for (const strategy of connectionCatalog.keys()) {
      const markup = renderToStaticMarkup(describeConnection(strategy).icon);
      expect(markup).toMatch(/^<svg[^>]+aria-hidden="true"/);
      expect(markup).not.toMatch(/style=|<title|\sid=/);
    }
  });
});
