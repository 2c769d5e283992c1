import { describe, expect, test } from "vitest";
import {
  readAssociation,
  readAuthenticators,
  readSent,
  type Authenticator,
  type MfaAssociation,
  type MfaChallengeSent,
} from "./mfa-answers.js";

const noAnswer = expect.objectContaining({ code: "invalid_response" }) as Error;

describe("the factors of a user", () => {
  const given = (kind: object) => ({ id: "1", active: true, ...kind });
  const app = given({ authenticator_type: "otp" });
  const by = (channel: unknown) => given({ authenticator_type: "oob", oob_channel: channel });
  const among = (...list: unknown[]) => given({ authenticator_type: "oob", oob_channels: list });
  const found = (factor: Authenticator["factor"]) => [{ id: "1", factor, active: true }];

  test.each<[object, readonly Authenticator[]]>([
    [app, found("otp")],
    [given({ authenticator_type: "recovery-code" }), found("recovery-code")],
    [by("sms"), found("sms")],
    [by("voice"), found("voice")],
    [by("email"), found("email")],
    [by("auth0"), found("push")],
    [among("sms", "voice"), found("sms")],
    [among("auth0"), found("push")],
    // The older way of saying it counts.
    [{ ...among("sms"), oob_channel: "email" }, found("email")],
    [{ ...among("sms"), oob_channel: null }, found("sms")],
    // An app has no channel.
    [{ ...app, oob_channel: "sms" }, found("otp")],
    [{ ...app, name: "Phone" }, [{ id: "1", factor: "otp", active: true, name: "Phone" }]],
    [{ ...app, active: false }, [{ id: "1", factor: "otp", active: false }]],
  ])("are known by their kind: %j", (entry, factors) => {
    expect(readAuthenticators([entry])).toStrictEqual(factors);
  });

  test.each<[object]>([
    [{ ...app, active: "true" }],
    [{ ...app, active: 1 }],
    [{ ...app, active: undefined }],
  ])("are ready only where the tenant says true: %j", (entry) => {
    expect(readAuthenticators([entry])).toStrictEqual([{ id: "1", factor: "otp", active: false }]);
  });

  test.each<[object]>([[{ ...app, name: "" }], [{ ...app, name: 7 }], [{ ...app, name: null }]])(
    "are shown without a name that is none: %j",
    (entry) => expect(readAuthenticators([entry])).toStrictEqual(found("otp")),
  );

  test.each<[unknown]>([
    [undefined],
    [null],
    ["otp"],
    [1],
    [[]],
    [{}],
    [{ ...app, id: undefined }],
    [{ ...app, id: "" }],
    [{ ...app, id: 1 }],
    [{ id: "1", oob_channel: "sms" }],
    [given({ authenticator_type: "webauthn-roaming" })],
    [given({ authenticator_type: "push", oob_channel: "auth0" })],
    [given({ authenticator_type: ["otp"] })],
    [by("pigeon")],
    [by("push")],
    [by(undefined)],
    [by(["sms"])],
    [among()],
    [given({ authenticator_type: "oob", oob_channels: "sms" })],
    [given({ authenticator_type: "oob", oob_channels: { 0: "sms" } })],
  ])("leave out what nobody knows: %j", (entry) => {
    expect(readAuthenticators([entry])).toEqual([]);
  });

  test("keep their order, and are not lost beside what nobody knows", () => {
    const list = [by("sms"), null, { ...app, id: "2" }, by("pigeon"), { ...by("email"), id: "3" }];
    expect(readAuthenticators(list).map(({ id, factor }) => [id, factor])).toEqual([
      ["1", "sms"],
      ["2", "otp"],
      ["3", "email"],
    ]);
    expect(readAuthenticators([])).toEqual([]);
  });
});

const message = { oob_code: "o", binding_method: "prompt" };
const code = { type: "oob", oobCode: "o", needsCode: true } as const;

describe("what was sent to a factor", () => {
  test.each<[string, object, MfaChallengeSent]>([
    ["otp", {}, { type: "otp", needsCode: true }],
    // An app has nothing that a message has.
    ["otp", { ...message, interval: 5 }, { type: "otp", needsCode: true }],
    ["oob", message, code],
    ["oob", { ...message, interval: 5 }, { ...code, interval: 5 }],
    ["oob", { ...message, interval: "5" }, { ...code, interval: 5 }],
    ["oob", { ...message, interval: 0 }, code],
    ["oob", { ...message, interval: "soon" }, code],
    ["oob", { oob_code: "o" }, { ...code, needsCode: false }],
    ["oob", { ...message, binding_method: "none" }, { ...code, needsCode: false }],
    ["oob", { ...message, binding_method: true }, { ...code, needsCode: false }],
  ])("by %s: %j", (type, body, sent) => {
    expect(readSent({ ...body }, type)).toStrictEqual(sent);
  });

  test.each<[unknown, object]>([
    ["oob", {}],
    ["oob", { oob_code: "" }],
    ["oob", { oob_code: 1 }],
    ["push", message],
    ["", message],
    [undefined, message],
    [["otp"], message],
  ])("is no answer by %j: %j", (type, body) => {
    expect(() => readSent({ ...body }, type)).toThrow(noAnswer);
  });
});

describe("a factor that is about to be enrolled", () => {
  const app = { authenticator_type: "otp", secret: "S", barcode_uri: "otpauth://totp/x" };
  const shown = { type: "otp", needsCode: true, secret: "S", barcodeUri: "otpauth://totp/x" };
  const phone = { authenticator_type: "oob", ...message };
  const push = { authenticator_type: "oob", oob_code: "o", barcode_uri: "otpauth://push/x" };

  test.each<[object, object]>([
    [app, shown],
    [
      { ...app, recovery_codes: ["A", "B"] },
      { ...shown, recoveryCodes: ["A", "B"] },
    ],
    [
      { ...app, recovery_codes: ["A", "", 1, null, "B"] },
      { ...shown, recoveryCodes: ["A", "B"] },
    ],
    [
      { ...app, recovery_codes: [] },
      { ...shown, recoveryCodes: [] },
    ],
    [{ ...app, recovery_codes: "A" }, shown],
    [phone, code],
    [{ ...phone, secret: "", barcode_uri: "" }, code],
    [{ ...phone, secret: 1, barcode_uri: 1 }, code],
    [push, { ...code, needsCode: false, barcodeUri: "otpauth://push/x" }],
  ])("is shown as the tenant says: %j", (body, association) => {
    expect(readAssociation({ ...body })).toStrictEqual(association as MfaAssociation);
  });

  test("can be scanned although it cannot be typed", () => {
    const { secret: _, ...scanned } = shown;
    expect(readAssociation({ ...app, secret: undefined })).toStrictEqual(scanned);
  });

  test.each<[object]>([
    [{}],
    [{ ...app, authenticator_type: undefined }],
    [{ ...app, barcode_uri: undefined }],
    [{ ...app, barcode_uri: "" }],
    [{ ...app, barcode_uri: 1 }],
    [{ ...push, barcode_uri: undefined }],
    [{ ...push, barcode_uri: "" }],
    [{ ...push, oob_code: undefined }],
    [{ ...phone, oob_code: undefined }],
  ])("is none that nobody could set up: %j", (body) => {
    expect(() => readAssociation({ ...body })).toThrow(noAnswer);
  });
});
