import { createFakeClient } from "@portico/core/testing";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Tenant } from "../../test/login-page.js";
import type { SignupField } from "./signup-field.js";
import { Signup, type SignupProps } from "./signup.js";

function shown(props: SignupProps): () => string {
  return () =>
    renderToString(
      <Tenant client={createFakeClient()}>
        <Signup {...props} />
      </Tenant>,
    );
}

function named(name: string): SignupField {
  return { name, kind: "text", label: "Label" };
}

describe("Signup's fields, as they are written", () => {
  it.each(["email", "password", "terms", "phone_country", "__proto__", "constructor", "elements"])(
    "cannot be called %s",
    (name) => {
      expect(shown({ fields: [named(name)] })).toThrow(/keeps for itself.*Use another name/);
    },
  );

  it.each(["addEventListener", "requestSubmit", "querySelector"])(
    "cannot hide what a form can do: %s",
    (name) => {
      expect(shown({ fields: [named(name)] })).toThrow(/keeps for itself/);
    },
  );

  it.each(["name", "title", "children", "action", "root"])("may be called %s", (name) => {
    expect(shown({ fields: [named(name)] })).not.toThrow();
  });

  it.each(["", "address.city", "items[0]", "a b", "x".repeat(101)])(
    "cannot be called %j",
    (name) => {
      expect(shown({ fields: [named(name)] })).toThrow(/no name for a field/);
    },
  );

  it("cannot be there twice, nor be what the form asks for already", () => {
    expect(shown({ fields: [named("team"), named("team")] })).toThrow(/there twice/);
    const username: SignupField = {
      kind: "text",
      label: "Username",
      storage: "root",
      name: "username",
    };
    expect(shown({ fields: [username] })).not.toThrow();
    expect(shown({ fields: [username], username: true })).toThrow(/there twice/);
  });

  it("cannot be more than the metadata has room for", () => {
    const fields = Array.from({ length: 10 }, (_, index) => named(`field${index}`));
    expect(shown({ fields })).not.toThrow();
    expect(shown({ fields, terms: "Terms", termsRequired: true })).toThrow(/11 keys/);
    const name: SignupField = { kind: "text", label: "Name", storage: "root", name: "name" };
    expect(shown({ fields: [...fields, name] })).not.toThrow();
  });
});
