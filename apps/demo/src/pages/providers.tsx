import { SocialButtons } from "@portico/components";
import type { ReactNode } from "react";
import { navigate, useAddress } from "../routing/address.js";
import { returnToOf } from "../routing/return-to.js";
import { Entrance } from "../session/entrance.js";
import { useWords } from "../words/use-words.js";
import "../styles/choice.css";

/** Sign-in by other accounts; `?mode=popup` opens a window of its own for it. */
export default function Providers(): ReactNode {
  const address = useAddress();
  const words = useWords(providerWords);
  const mode = address.searchParams.get("mode") === "popup" ? "popup" : "redirect";
  return (
    <Entrance title={words.title}>
      <fieldset className="choice">
        <legend>{words.mode}</legend>
        {modes.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="mode"
              checked={one === mode}
              onChange={() => navigate(withMode(address, one), { replace: true })}
            />
            {words[one]}
          </label>
        ))}
      </fieldset>
      <SocialButtons
        connections={[
          "google-oauth2",
          "github",
          { connection: "enterprise", strategy: "samlp", label: "Enterprise" },
        ]}
        mode={mode}
        appState={{ returnTo: returnToOf(address) }}
      />
    </Entrance>
  );
}

const modes = ["redirect", "popup"] as const;

function withMode(address: URL, mode: string): string {
  const next = new URL(address);
  next.searchParams.set("mode", mode);
  return next.pathname + next.search;
}

const providerWords = {
  en: {
    title: "Sign in with another account",
    mode: "Where it opens",
    redirect: "In this tab",
    popup: "In a window",
  },
  ar: {
    title: "تسجيل الدخول بحساب آخر",
    mode: "مكان الفتح",
    redirect: "في هذه الصفحة",
    popup: "في نافذة",
  },
};
