import type { MfaChooseStep } from "@portico/react";
import type { ReactNode } from "react";
import { useWords } from "../words/use-words.js";
import { ownWords } from "./own-words.js";
import { Problem } from "./problem.js";

/** The factors to answer with; where there is none yet, an app to set up. */
export function FactorList({ flow }: { readonly flow: MfaChooseStep }): ReactNode {
  const { authenticators, listing, list, state } = flow;
  const words = useWords(ownWords);
  const isPending = state.status === "pending";
  return (
    <>
      {!authenticators && listing.status !== "failed" && <output>{words.looking}</output>}
      {listing.status === "failed" && (
        <button type="button" className="button" onClick={() => void list()}>
          {words.again}
        </button>
      )}
      {authenticators?.map((one) => (
        <button
          key={one.id}
          type="button"
          className="button quiet"
          aria-disabled={isPending}
          onClick={() => void flow.challenge(one)}
        >
          {words.factors[one.factor]} {one.name && <bdi>{one.name}</bdi>}
        </button>
      ))}
      {authenticators?.length === 0 && (
        <>
          <p>{words.setUp}</p>
          <button
            type="button"
            className="button"
            aria-disabled={isPending}
            onClick={() => void flow.enroll({ factor: "otp" })}
          >
            {words.setUpApp}
          </button>
        </>
      )}
      <Problem of={state.status === "failed" ? state : listing} />
    </>
  );
}
