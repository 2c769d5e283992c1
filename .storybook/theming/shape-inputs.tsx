import type { ReactNode } from "react";
import { fonts, rangeFields, type RangeField } from "./fields.js";
import { valueOf, type Theme, type Values } from "./theme.js";
import { tokenOf } from "./tokens.js";

/** What `ShapeInputs` takes. */
export interface ShapeInputsProps {
  readonly theme: Theme;
  readonly onChange: (theme: Theme) => void;
}

/** Corners, sizes and type. */
export function ShapeInputs({ theme, onChange }: ShapeInputsProps): ReactNode {
  const font = "--portico-font";
  return (
    <fieldset>
      <legend>Shape and type</legend>
      <label className="theming-font">
        Font
        <select
          value={theme.shape[font] ?? ""}
          onChange={({ target }) => change(font, target.value || undefined)}
        >
          {fonts.map(([name, value = ""]) => (
            <option key={name} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {rangeFields.map((field) => (
        <Range
          key={field.name}
          field={field}
          value={valueOf(theme, tokenOf(field.name), "light")}
          onChange={(value) => change(field.name, value)}
        />
      ))}
    </fieldset>
  );

  function change(name: string, value: string | undefined): void {
    const { [name]: _, ...rest } = theme.shape;
    const shape: Values = value === undefined ? rest : { ...rest, [name]: value };
    onChange({ ...theme, shape });
  }
}

interface RangeProps {
  readonly field: RangeField;
  readonly value: string;
  readonly onChange: (value: string | undefined) => void;
}

function Range({ field, value, onChange }: RangeProps): ReactNode {
  const { name, label, ...range } = field;
  const unit = value.replace(/^[\d.]+/, "");
  return (
    <label className="theming-range">
      <span>{label}</span>
      <span className="theming-value">{value}</span>
      <input
        type="range"
        {...range}
        value={Number.parseFloat(value)}
        aria-valuetext={value}
        onChange={({ target }) => {
          const next = `${target.value}${unit}`;
          onChange(next === tokenOf(name).light ? undefined : next);
        }}
      />
    </label>
  );
}
