import type { ReactNode } from "react";
import { hexOf } from "./colour.js";
import { colourFields } from "./fields.js";
import { valueOf, type Scheme, type Theme } from "./theme.js";
import { tokenOf } from "./tokens.js";

/** What `ColourInputs` takes. */
export interface ColourInputsProps {
  readonly theme: Theme;
  readonly scheme: Scheme;
  readonly onChange: (theme: Theme) => void;
}

/** A colour for each property that is one, in light or in dark. */
export function ColourInputs({ theme, scheme, onChange }: ColourInputsProps): ReactNode {
  return (
    <fieldset>
      <legend>Colours in {scheme}</legend>
      <div className="theming-colours">
        {colourFields.map(([name, label]) => (
          <label key={name}>
            <input
              type="color"
              value={hexOf(valueOf(theme, tokenOf(name), scheme))}
              onChange={({ target }) =>
                onChange({ ...theme, [scheme]: { ...theme[scheme], [name]: target.value } })
              }
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
