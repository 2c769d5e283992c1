import {
  createDeviceCredential,
  deleteDeviceCredential,
} from "../endpoints/management-device-credentials.js";
import { linkIdentity, unlinkIdentity } from "../endpoints/management-identities.js";
import { patchUser, readUser } from "../endpoints/management-user.js";
import type { Route } from "./route.js";

const user = "/api/v2/users/:id";

/** The Management API, as far as a signed-in user may use it. */
export const managementRoutes: readonly Route[] = [
  { method: "GET", path: user, access: "cross-origin", handler: readUser },
  { method: "PATCH", path: user, access: "cross-origin", handler: patchUser },
  { method: "POST", path: `${user}/identities`, access: "cross-origin", handler: linkIdentity },
  {
    method: "DELETE",
    path: `${user}/identities/:provider/:identity`,
    access: "cross-origin",
    handler: unlinkIdentity,
  },
  {
    method: "POST",
    path: "/api/v2/device-credentials",
    access: "cross-origin",
    handler: createDeviceCredential,
  },
  {
    method: "DELETE",
    path: "/api/v2/device-credentials/:id",
    access: "cross-origin",
    handler: deleteDeviceCredential,
  },
];
