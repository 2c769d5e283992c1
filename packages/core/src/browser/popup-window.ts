import { authError } from "../errors/auth-error.js";
import { openEmptyWindow } from "./empty-window.js";

/** Size and place of a window, in CSS pixels; it is kept within the screen. */
export interface PopupFeatures {
  /** 450 if not given. */
  readonly width?: number | undefined;
  /** 650 if not given. */
  readonly height?: number | undefined;
  /** Centred over the page if not given. */
  readonly left?: number | undefined;
  readonly top?: number | undefined;
}

/** A window that this page opened. */
export interface PopupWindow {
  /** The window itself, to tell its messages from others'. */
  readonly window: Window;
  /** Leads it to an address. */
  navigate(url: string): void;
  close(): void;
}

/**
 * Opens an empty window. It has to be called in the click itself, before any await: browsers refuse windows that
 * nobody asked for. Throws `popup_blocked`.
 */
export function openPopup(features: PopupFeatures = {}): PopupWindow {
  const popup = openEmptyWindow(featuresText(features));
  if (!popup) throw authError("popup_blocked");
  return {
    window: popup,
    navigate(url) {
      popup.location.replace(url);
    },
    close() {
      popup.close();
    },
  };
}

/** Opens an empty window at once and closes it however `use` ends. Throws `popup_blocked`. */
export async function withPopup<T>(
  features: PopupFeatures | undefined,
  use: (popup: PopupWindow) => Promise<T>,
): Promise<T> {
  const popup = openPopup(features);
  try {
    return await use(popup);
  } finally {
    popup.close();
  }
}

function featuresText(features: PopupFeatures): string {
  // Where the screen begins is no standard, but known to every browser; beside another screen it is not at 0.
  const screen: Screen & { availLeft?: number; availTop?: number } = window.screen;
  const { availWidth, availHeight, availLeft = 0, availTop = 0 } = screen;
  const width = Math.min(features.width ?? 450, availWidth);
  const height = Math.min(features.height ?? 650, availHeight);
  const left = features.left ?? window.screenX + (window.outerWidth - width) / 2;
  const top = features.top ?? window.screenY + (window.outerHeight - height) / 2;
  const x = within(availLeft, left, availLeft + availWidth - width);
  const y = within(availTop, top, availTop + availHeight - height);
  return `popup,width=${width},height=${height},left=${x},top=${y}`;
}

function within(least: number, value: number, most: number): number {
  return Math.round(Math.max(least, Math.min(value, most)));
}
