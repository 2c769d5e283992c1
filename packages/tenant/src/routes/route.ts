import type { Access } from "../http/cross-origin.js";
import type { Handler } from "../http/environment.js";

export interface Route {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly path: string;
  /**
   * `public`: any page may read it. `cross-origin`: pages of allowed web origins.
   * `navigation`: browsers go there, CORS has no say. `own-page`: only the tenant's own pages.
   */
  readonly access: Access;
  /** Needs this start's admin token. */
  readonly admin?: true;
  readonly handler: Handler;
}
