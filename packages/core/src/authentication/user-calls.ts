import { authError } from "../errors/auth-error.js";
import type { User } from "../identity/user.js";
import type { CallOptions } from "../transport/deadline.js";
import { tenantOf, type AuthenticationContext } from "./authentication-context.js";
import { userinfo } from "./userinfo.js";

/** What `userinfo` takes beside the access token. */
export interface UserinfoOptions extends CallOptions {
  /** The `sub` of the ID token; an answer about somebody else is `user_changed` (OpenID Connect Core 5.3.2). */
  readonly expectedSub?: string | undefined;
}

/** Who the user is. */
export interface UserCalls {
  /**
   * The user as the tenant knows them now: GET /userinfo. `Claims` describes claims of your own. Throws
   * `access_denied` for a token that is expired or lacks the scope `openid`.
   */
  userinfo<Claims extends object = Readonly<Record<never, never>>>(
    accessToken: string,
    options?: UserinfoOptions,
  ): Promise<User & Claims>;
}

/** Binds the calls to a client. */
export function userCalls({ config }: AuthenticationContext): UserCalls {
  return {
    async userinfo<Claims extends object>(accessToken: string, options: UserinfoOptions = {}) {
      const { expectedSub } = options;
      const user = await userinfo(tenantOf(config), accessToken, options);
      if (expectedSub !== undefined && user.sub !== expectedSub) throw authError("user_changed");
      return user as User & Claims;
    },
  };
}
