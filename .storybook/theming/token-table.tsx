import { Fragment, type ReactNode } from "react";
import { tokenGroups, type Token } from "./tokens.js";
import "./theming.css";

/** Every property with its defaults, from the style sheet, and what it is, from the README. */
export function TokenTable(): ReactNode {
  return (
    <table className="theming-tokens">
      <thead>
        <tr>
          <th scope="col">Property</th>
          <th scope="col">In light</th>
          <th scope="col">In dark</th>
          <th scope="col">What it is</th>
        </tr>
      </thead>
      <tbody>
        {tokenGroups.map(({ tokens, words }) => (
          <Fragment key={words}>
            {tokens.map((token, index) => (
              <tr key={token.name}>
                <th scope="row">
                  <code dir="ltr">{token.name}</code>
                </th>
                <Defaults token={token} />
                {index === 0 && <td rowSpan={tokens.length}>{words}</td>}
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Defaults({ token: { light, dark } }: { readonly token: Token }): ReactNode {
  if (light === dark) {
    return (
      <td colSpan={2}>
        <Value value={light} />
      </td>
    );
  }
  return [light, dark].map((value, index) => (
    <td key={index === 0 ? "light" : "dark"}>
      <Value value={value} />
    </td>
  ));
}

function Value({ value }: { readonly value: string }): ReactNode {
  return (
    <>
      {CSS.supports("color", value) && (
        <span className="theming-swatch" style={{ backgroundColor: value }} />
      )}
      <code dir="ltr">{value}</code>
    </>
  );
}
