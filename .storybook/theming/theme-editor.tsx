import { useId, useState, type ReactNode } from "react";
import { ColourInputs } from "./colour-inputs.js";
import { ContrastTable } from "./contrast-table.js";
import { presets } from "./presets.js";
import { RuleBox } from "./rule-box.js";
import { ShapeInputs } from "./shape-inputs.js";
import { plainTheme, type Scheme } from "./theme.js";
import { ThemePreview } from "./theme-preview.js";
import "./theming.css";

/** Colours, corners and type to choose, with a real panel beside them and the rule to paste below. */
export function ThemeEditor(): ReactNode {
  const [theme, setTheme] = useState(plainTheme);
  const [scheme, setScheme] = useState<Scheme>("light");
  const name = useId();

  return (
    <div className="theming sb-unstyled">
      <div className="theming-desk">
        <div className="theming-inputs">
          <fieldset>
            <legend>Begin with</legend>
            <div className="theming-buttons">
              {presets.map((preset) => (
                <button
                  key={preset.name}
                  type="button"
                  aria-pressed={preset.theme === theme}
                  onClick={() => setTheme(preset.theme)}
                >
                  {preset.name}
                </button>
              ))}
            </div>
          </fieldset>
          <fieldset>
            <legend>Scheme</legend>
            <div className="theming-buttons">
              {(["light", "dark"] as const).map((one) => (
                <label key={one}>
                  <input
                    type="radio"
                    name={name}
                    checked={scheme === one}
                    onChange={() => setScheme(one)}
                  />
                  {one === "light" ? "Light" : "Dark"}
                </label>
              ))}
            </div>
          </fieldset>
          <ColourInputs theme={theme} scheme={scheme} onChange={setTheme} />
          <ShapeInputs theme={theme} onChange={setTheme} />
        </div>
        <ThemePreview theme={theme} scheme={scheme} />
      </div>
      <div className="theming-desk">
        <RuleBox theme={theme} onReset={() => setTheme(plainTheme)} />
        <ContrastTable theme={theme} />
      </div>
    </div>
  );
}
