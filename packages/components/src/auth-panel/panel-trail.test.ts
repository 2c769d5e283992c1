import { describe, expect, it } from "vitest";
import { stepTo, type AuthPanelView, type PanelTrail } from "./panel-trail.js";

describe("stepTo", () => {
  it.each<[AuthPanelView, readonly AuthPanelView[], PanelTrail]>([
    ["login", ["reset"], { shown: "reset", before: ["login"] }],
    ["login", ["login"], { shown: "login", before: [] }],
    ["login", ["signup"], { shown: "signup", before: [] }],
    ["login", ["passwordless", "mfa"], { shown: "mfa", before: ["login", "passwordless"] }],
    ["login", ["passwordless", "mfa", "login"], { shown: "login", before: [] }],
    ["passwordless", ["login", "signup"], { shown: "signup", before: ["passwordless"] }],
    ["passwordless", ["login", "passwordless"], { shown: "passwordless", before: [] }],
    ["login", ["mfa", "signedIn"], { shown: "signedIn", before: [] }],
    ["login", ["signedIn", "signup"], { shown: "signup", before: [] }],
  ])("begins at %s and goes by %j", (start, steps, end) => {
    const begin: PanelTrail = { shown: start, before: [] };
    expect(steps.reduce(stepTo, begin)).toEqual(end);
  });
});
