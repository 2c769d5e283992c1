import { withPopup, type PopupFeatures, type PopupWindow } from "../browser/popup-window.js";
import { assertRunnable } from "../flows/flow-context.js";

/** What every call with a window takes. */
interface WindowParams {
  readonly popup?: PopupFeatures | undefined;
}

/** A call that opens its window in the click itself, before anything is loaded, and closes it at the end. */
export function inPopup<Params extends WindowParams, Outcome>(
  call: (popup: PopupWindow, params: Params) => Promise<Outcome>,
): (params?: Params) => Promise<Outcome> {
  return async (given) => {
    assertRunnable();
    const params = given ?? ({} as Params);
    return withPopup(params.popup, (popup) => call(popup, params));
  };
}
