import { Signup, type SignupField } from "@portico/components";
import "@portico/components/styles.css";
import { Auth0Provider } from "@portico/react";
import { createRoot } from "react-dom/client";
import { asked, clientId, domain, place } from "../config.js";

const attributes = ["name", "given_name", "family_name", "nickname", "picture"] as const;

/** Auth0 takes ten keys of an application's own, and these attributes besides. */
const fields: SignupField[] = Array.from({ length: asked() }, (_, number) => {
  const attribute = attributes[number];
  const label = `Field ${number}`;
  if (attribute) return { kind: "text", storage: "root", name: attribute, label };
  return { kind: "text", name: `field_${number}`, label };
});

createRoot(place()).render(
  <Auth0Provider domain={domain} clientId={clientId}>
    <Signup fields={fields} />
  </Auth0Provider>,
);
