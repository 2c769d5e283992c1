import type { ReactNode } from "react";
import { Mark } from "./mark.js";

/** Four squares in four colours. */
export function MicrosoftIcon(): ReactNode {
  return (
    <Mark>
      <path fill="#f25022" d="M1.5 1.5h10v10h-10z" />
      <path fill="#7fba00" d="M12.5 1.5h10v10h-10z" />
      <path fill="#00a4ef" d="M1.5 12.5h10v10h-10z" />
      <path fill="#ffb900" d="M12.5 12.5h10v10h-10z" />
    </Mark>
  );
}
