import type { ReactNode } from "react";
import { contrastIn, pairs, type Pair } from "./contrast.js";
import type { Scheme, Theme } from "./theme.js";

const schemes: readonly Scheme[] = ["light", "dark"];

/** Which colours of a theme are too close to each other, and says how many as they change. */
export function ContrastTable({ theme }: { readonly theme: Theme }): ReactNode {
  const tooClose = pairs.filter((pair) =>
    schemes.some((scheme) => contrastIn(theme, pair, scheme) < pair.least),
  );
  return (
    <section className="theming-contrast" aria-labelledby="theming-contrast">
      <h3 id="theming-contrast">Contrast</h3>
      <output data-state={tooClose.length > 0 ? "low" : "enough"}>
        {tooClose.length > 0
          ? `Too close to be read or found: ${tooClose.map(({ words }) => words.toLowerCase()).join(", ")}.`
          : "Everything can be read and found, in light and dark."}
      </output>
      <table>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">At least</th>
            <th scope="col">Light</th>
            <th scope="col">Dark</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair) => (
            <tr key={pair.words}>
              <th scope="row">{pair.words}</th>
              <td>{pair.least}</td>
              {schemes.map((scheme) => (
                <Ratio key={scheme} pair={pair} ratio={contrastIn(theme, pair, scheme)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Ratio({ pair, ratio }: { readonly pair: Pair; readonly ratio: number }): ReactNode {
  const isLow = ratio < pair.least;
  // Rounded down: 4.49 is not 4.5.
  return (
    <td data-state={isLow ? "low" : "enough"}>
      {(Math.floor(ratio * 10) / 10).toFixed(1)}
      {isLow && " too low"}
    </td>
  );
}
