/** A native dialog in front of the page, as React can follow it. */
export interface Modal {
  readonly isOpen: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
  /** Shows the dialog in front of everything; the browser keeps the focus inside. Returns how to close it. */
  readonly show: (dialog: HTMLDialogElement) => () => void;
  /** Has to be called when the browser has closed the dialog. */
  readonly closed: () => void;
}

/**
 * Makes one that is closed. Whoever shows something in it should do so once it is open: nothing can have the focus in a
 * closed dialog.
 */
export function createModal(): Modal {
  let isOpen = false;
  const listeners = new Set<() => void>();
  return {
    isOpen: () => isOpen,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show(dialog) {
      dialog.showModal();
      set(true);
      return () => {
        // Gives the focus back to what had it, so it comes before the dialog leaves the page.
        dialog.close();
        set(false);
      };
    },
    closed: () => set(false),
  };

  function set(next: boolean): void {
    isOpen = next;
    for (const listener of listeners) listener();
  }
}
