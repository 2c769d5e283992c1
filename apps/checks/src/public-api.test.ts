import * as components from "@portico/components";
import * as ar from "@portico/components/locales/ar";
import * as de from "@portico/components/locales/de";
import * as en from "@portico/components/locales/en";
import * as es from "@portico/components/locales/es";
import * as fr from "@portico/components/locales/fr";
import * as he from "@portico/components/locales/he";
import * as ja from "@portico/components/locales/ja";
import * as pseudo from "@portico/components/locales/pseudo";
import * as ptBr from "@portico/components/locales/pt-BR";
import * as zhCn from "@portico/components/locales/zh-CN";
import * as phoneNumbers from "@portico/components/phone-numbers";
import * as widget from "@portico/components/widget";
import * as core from "@portico/core";
import * as auth0Js from "@portico/core/auth0-js";
import * as authentication from "@portico/core/authentication";
import * as crossOriginVerification from "@portico/core/cross-origin-verification";
import * as diagnostics from "@portico/core/diagnostics";
import * as popupCallback from "@portico/core/popup-callback";
import * as standalone from "@portico/core/standalone";
import * as fakes from "@portico/core/testing";
import * as react from "@portico/react";
import * as auth0React from "@portico/react/auth0-react";
import * as tenant from "@portico/tenant";
import { expect, test } from "vitest";
import listed from "./public-api.json" with { type: "json" };

// What an app can import is a promise; changing it changes the list in the same commit.
test("each package exports what is listed and nothing else", () => {
  const exported = {
    "@portico/core": Object.keys(core),
    "@portico/core/auth0-js": Object.keys(auth0Js),
    "@portico/core/authentication": Object.keys(authentication),
    "@portico/core/cross-origin-verification": Object.keys(crossOriginVerification),
    "@portico/core/diagnostics": Object.keys(diagnostics),
    "@portico/core/popup-callback": Object.keys(popupCallback),
    "@portico/core/standalone": Object.keys(standalone),
    "@portico/core/testing": Object.keys(fakes),
    "@portico/react": Object.keys(react).filter((name) => !(name in core)),
    "@portico/react/auth0-react": Object.keys(auth0React),
    "@portico/components": Object.keys(components),
    "@portico/components/locales/ar": Object.keys(ar),
    "@portico/components/locales/de": Object.keys(de),
    "@portico/components/locales/en": Object.keys(en),
    "@portico/components/locales/es": Object.keys(es),
    "@portico/components/locales/fr": Object.keys(fr),
    "@portico/components/locales/he": Object.keys(he),
    "@portico/components/locales/ja": Object.keys(ja),
    "@portico/components/locales/pseudo": Object.keys(pseudo),
    "@portico/components/locales/pt-BR": Object.keys(ptBr),
    "@portico/components/locales/zh-CN": Object.keys(zhCn),
    "@portico/components/phone-numbers": Object.keys(phoneNumbers),
    "@portico/components/widget": Object.keys(widget),
    "@portico/tenant": Object.keys(tenant),
  };
  expect(sorted(exported)).toEqual(sorted(listed));
});

test("@portico/react brings the whole core along", () => {
  expect(Object.keys(react)).toEqual(expect.arrayContaining(Object.keys(core)));
});

function sorted(packages: Readonly<Record<string, readonly string[]>>) {
  const entries = Object.entries(packages);
  return Object.fromEntries(entries.map(([name, names]) => [name, names.toSorted(inOrder)]));
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : 1;
}
