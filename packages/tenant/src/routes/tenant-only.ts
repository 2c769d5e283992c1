import { addFault, clearFaults, listFaults, removeFault } from "../endpoints/tenant-faults.js";
import { moveClock, readClock } from "../endpoints/tenant-clock.js";
import { clearRequests, listRequests } from "../endpoints/tenant-requests.js";
import { reset } from "../endpoints/tenant-reset.js";
import { postSeed } from "../endpoints/tenant-seed.js";
import { deleteSessions, patchStateUser, showState } from "../endpoints/tenant-state.js";
import type { Route } from "./route.js";

const admin = { access: "own-page", admin: true } as const;

/** What a real tenant does not have, all below `/_tenant/`. */
export const tenantOnlyRoutes: readonly Route[] = [
  { method: "GET", path: "/_tenant/faults", access: "own-page", admin: true, handler: listFaults },
  { method: "POST", path: "/_tenant/faults", access: "own-page", admin: true, handler: addFault },
  {
    method: "DELETE",
    path: "/_tenant/faults",
    access: "own-page",
    admin: true,
    handler: clearFaults,
  },
  { ...admin, method: "GET", path: "/_tenant/clock", handler: readClock },
  { ...admin, method: "POST", path: "/_tenant/clock", handler: moveClock },
  { ...admin, method: "POST", path: "/_tenant/seed", handler: postSeed },
  { ...admin, method: "POST", path: "/_tenant/reset", handler: reset },
  { ...admin, method: "GET", path: "/_tenant/requests", handler: listRequests },
  { ...admin, method: "DELETE", path: "/_tenant/requests", handler: clearRequests },
  { ...admin, method: "GET", path: "/_tenant/state", handler: showState },
  { ...admin, method: "PATCH", path: "/_tenant/users/:who", handler: patchStateUser },
  { ...admin, method: "DELETE", path: "/_tenant/sessions", handler: deleteSessions },
  {
    method: "DELETE",
    path: "/_tenant/faults/:id",
    access: "own-page",
    admin: true,
    handler: removeFault,
  },
];
