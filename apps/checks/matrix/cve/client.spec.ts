import { test } from "../../contract/fixtures.js";
import { openSheet, type Measured } from "../sheet.js";
import { channelProofs } from "./channels.js";
import type { Proof } from "./given.js";
import measured from "./measured.json" with { type: "json" };
import { pack, type ClientCve } from "./pack.js";
import { secretProofs } from "./secrets.js";
import { tokenProofs } from "./tokens.js";

const proofs: Readonly<Record<ClientCve, Proof>> = {
  ...channelProofs,
  ...secretProofs,
  ...tokenProofs,
};

// What the browser says of a message that it did not deliver.
test.use({
  trace: "off",
  knownNoise: [/The target origin provided .* does not match/],
});

for (const row of pack) {
  if (row.of !== "client") continue;
  const { cve, promise } = row;
  test(`${cve}: ${promise}`, async ({ openLab, page, context, stack }) => {
    test.setTimeout(90_000);
    const sheet = openSheet("cve", "portico", measured as Measured);
    const lab = await openLab("portico", {});
    await proofs[cve]({ lab, page, context, stack });
    sheet.enter(cve, [], undefined);
    sheet.check();
  });
}
