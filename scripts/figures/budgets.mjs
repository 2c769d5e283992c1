import { kilobytes } from "./table.mjs";

/** The most that may be, in bytes (gzip, over React itself) and in renders. */
const limits = {
  initial: 50_000,
  login: 54_000,
  rendersPerKey: 0,
  coreInitial: 10_000,
  coreLogin: 18_000,
  hooks: 4_000,
  hooksLogin: 1_000,
  loginPage: 45_000,
  styles: 6_000,
  widget: 180_000,
  panelInitial: 45_000,
  panel: 56_000,
  signInRequests: 3,
  signInPreflights: 1,
  signInDocuments: 0,
  firstFrames: 1,
  firstRequests: 3,
  laterRequests: 0,
};

/** What a page without a browser's session has no use for. */
const browserRooms = ["browser", "callback", "client", "engine", "flows", "session", "transaction"];

/** Each budget: whether it was kept, and one line that says by how much. */
export function budgetsOf({ bytes, renders, core, login, api, hooks }) {
  return [
    within(
      "JavaScript of the idle form over React",
      bytes.initial - bytes.react,
      limits.initial,
      kilobytes,
    ),
    within("JavaScript of a login over React", bytes.login - bytes.react, limits.login, kilobytes),
    within("a page with Login alone, over React", login.login, limits.loginPage, kilobytes),
    within("the style sheet", login.css, limits.styles, kilobytes),
    within("the widget, React and all", bytes.widget, limits.widget, kilobytes),
    within("component renders per key", renders.rendersPerKey, limits.rendersPerKey, String),
    counterWorks(renders.control),
    within(
      "the core until it is known who is signed in",
      core.initial,
      limits.coreInitial,
      kilobytes,
    ),
    within("the core until somebody has signed in", core.login, limits.coreLogin, kilobytes),
    within("what all hooks add", hooks.hooks, limits.hooks, kilobytes),
    within("what useLogin adds", hooks.login, limits.hooksLogin, kilobytes),
    bringsNo(browserRooms, api.rooms),
  ];
}

/** The budgets of what the bench counts, whatever the machine: requests, hidden frames, documents. */
export function countsOf({ bytes, signIn, renewal }) {
  const { first, again } = renewal["renew-portico"];
  const panel = bytes["auth-panel"];
  const floor = bytes.react.initial.gzip;
  const { requests, preflights, documents } = signIn.login;
  return [
    within(
      "what the form of a panel with every flow needs, over React",
      panel.initial.gzip - floor,
      limits.panelInitial,
      kilobytes,
    ),
    within(
      "what that panel has loaded when it is idle, over React",
      panel.scripts.gzip - floor,
      limits.panel,
      kilobytes,
    ),
    within("requests of a login", requests, limits.signInRequests, String),
    within("preflights of a login", preflights, limits.signInPreflights, String),
    within("documents that a login goes through", documents, limits.signInDocuments, String),
    within("hidden frames for ten calls at once", first.frames, limits.firstFrames, String),
    within("requests for ten calls at once", first.requests, limits.firstRequests, String),
    within("requests for ten more", again.requests, limits.laterRequests, String),
    {
      kept: [first, again].every(({ answered, tokens }) => answered === 10 && tokens === 1),
      says: "all of them get a token, and the same",
    },
  ];
}

function within(name, value, limit, format) {
  const kept = value <= limit;
  const over = kept ? "" : `, ${format(value - limit)} too many`;
  return { kept, says: `${name}: ${format(value)} of ${format(limit)}${over}` };
}

/** A counter that sees nothing would report no renders too, so it has to see these. */
function counterWorks(control) {
  return {
    kept: control > 0,
    says: `the counter works: ${control} renders when the empty form is sent`,
  };
}

function bringsNo(rooms, brought) {
  const strays = brought.filter((room) => rooms.includes(room));
  return {
    kept: brought.length > 0 && strays.length === 0,
    says: `AuthenticationClient alone brings the rooms ${brought.join(", ")}`,
  };
}
