/** The browsers that the tests drive. */
export const targets = ["chromium", "firefox", "webkit", "webkit-itp"] as const;

export type Target = (typeof targets)[number];

/** What they are called. */
export const targetNames: Readonly<Record<Target, string>> = {
  chromium: "Chromium",
  firefox: "Firefox",
  webkit: "WebKit",
  "webkit-itp": "WebKit with ITP",
};

/** Something in which browsers differ, or in which all differ from what one may expect. */
export interface Difference {
  readonly id: string;
  /** What is done. */
  readonly what: string;
  /** How it ends: the words that the measurement of this row gives. A code of Portico's stands in backquotes. */
  readonly ends: Readonly<Record<Target, string>>;
  /** What an app makes of it. */
  readonly follows: string;
}

/** The table of the page "Browsers"; apps/checks/browsers/differences.spec.ts measures each cell. */
export const differences: readonly Difference[] = [
  {
    id: "window-soon",
    what: "`loginWithPopup`, two seconds after the click",
    ends: {
      chromium: "opens",
      firefox: "opens",
      webkit: "`popup_blocked`",
      "webkit-itp": "`popup_blocked`",
    },
    follows: "Call it in the click itself, and await afterwards.",
  },
  {
    id: "window-late",
    what: "`loginWithPopup`, eight seconds after the click",
    ends: {
      chromium: "`popup_blocked`",
      firefox: "`popup_blocked`",
      webkit: "`popup_blocked`",
      "webkit-itp": "`popup_blocked`",
    },
    follows: "A browser that lets it pass proves nothing for the others.",
  },
  {
    id: "window-cut-off",
    what: "`loginWithPopup` in the click, where a policy of the tenant's pages cuts windows off",
    ends: {
      chromium: "`popup_unavailable`",
      firefox: "`popup_unavailable`",
      webkit: "`popup_closed`",
      "webkit-itp": "`popup_closed`",
    },
    follows:
      "Take the header off what stands before the tenant. In WebKit nothing tells such a window from one that was closed.",
  },
  {
    id: "login-elsewhere",
    what: "Login in the page, with the tenant on another site",
    ends: {
      chromium: "told as blocked",
      firefox: "signed in",
      webkit: "told as blocked",
      "webkit-itp": "told as blocked",
    },
    follows:
      "The code is `third_party_cookies_blocked`, and the components offer the tenant's own page. A custom domain of the app's site ends that. Firefox keeps the tenant's cookies for this app alone.",
  },
  {
    id: "renewal-elsewhere",
    what: "Silent renewal after a login on the tenant's own page, with the tenant on another site",
    ends: {
      chromium: "`login_required`",
      firefox: "signed in",
      webkit: "signed in",
      "webkit-itp": "`login_required`",
    },
    follows:
      "Without a custom domain a reload signs some people out, unless there are refresh tokens and `storage` keeps the session.",
  },
  {
    id: "secure-cookie",
    what: "A cookie marked Secure, set by `http://localhost`",
    ends: { chromium: "kept", firefox: "kept", webkit: "dropped", "webkit-itp": "dropped" },
    follows:
      "The local tenant marks none over http. With `cookies: none` it does, so start it with `https` then.",
  },
  {
    id: "storage-same-site",
    what: "A frame of the same site reads what its origin has stored in a tab",
    ends: {
      chromium: "reads it",
      firefox: "reads it",
      webkit: "finds nothing",
      "webkit-itp": "finds nothing",
    },
    follows: "Nothing. On one site nothing is left for a frame to read.",
  },
  {
    id: "storage-elsewhere",
    what: "A frame of another site reads what its origin has stored in a tab",
    ends: {
      chromium: "is refused",
      firefox: "finds nothing",
      webkit: "finds nothing",
      "webkit-itp": "finds nothing",
    },
    follows:
      "The page of `@portico/core/cross-origin-verification` helps nobody here. A custom domain does.",
  },
  {
    id: "back",
    what: "Going back to a page of somebody who is signed in",
    ends: {
      chromium: "kept as it was",
      firefox: "kept as it was",
      webkit: "kept as it was",
      "webkit-itp": "kept as it was",
    },
    follows: "A page that comes back looks at once whether its session still stands.",
  },
];
