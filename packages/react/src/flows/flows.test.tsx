import { fakeUser } from "@portico/core/testing";
import { canary, describeFlow, type FlowRow } from "../../test/flow-contract.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { useCheckSession } from "./use-check-session.js";
import { useLogin } from "./use-login.js";
import { useLoginWithConnection } from "./use-login-with-connection.js";
import { useLogout } from "./use-logout.js";
import { useReauthenticate } from "./use-reauthenticate.js";
import { useResetPassword } from "./use-reset-password.js";
import { useSignup } from "./use-signup.js";

keepConsoleQuiet();

const email = "ada@example.com";

const rows: readonly FlowRow[] = [
  {
    name: "useLogin",
    use: () => {
      const flow = useLogin();
      return { flow, ...flow, run: (signal) => flow.login({ email, password: canary, signal }) };
    },
    client: (answer) => ({ login: ({ signal }) => answer(signal) }),
  },
  {
    name: "useSignup",
    use: () => {
      const flow = useSignup();
      return { flow, ...flow, run: (signal) => flow.signup({ email, password: canary, signal }) };
    },
    client: (answer) => ({ signup: ({ signal }) => answer(signal) }),
  },
  {
    name: "useLoginWithConnection by redirect",
    use: () => {
      const flow = useLoginWithConnection();
      const run = () => flow.loginWithConnection({ connection: "github", loginHint: canary });
      return { flow, ...flow, run };
    },
    client: (answer) => ({ loginWithConnection: () => answer(undefined) }),
    isAbortable: false,
  },
  {
    name: "useLoginWithConnection by popup",
    use: () => {
      const flow = useLoginWithConnection();
      const run = (signal?: AbortSignal) => flow.loginWithPopup({ loginHint: canary, signal });
      return { flow, ...flow, run };
    },
    client: (answer) => ({ loginWithPopup: (params) => answer(params?.signal) }),
    answered: { kind: "authenticated", session: { user: fakeUser } },
  },
  {
    name: "useResetPassword",
    use: () => {
      const flow = useResetPassword();
      const run = (signal?: AbortSignal) => flow.resetPassword({ email, captcha: canary, signal });
      return { flow, ...flow, run };
    },
    client: (answer) => ({ resetPassword: ({ signal }) => answer(signal) }),
    answered: { kind: "accepted", destination: email },
  },
  {
    name: "useReauthenticate",
    use: () => {
      const flow = useReauthenticate();
      const run = (signal?: AbortSignal) => flow.reauthenticate({ password: canary, signal });
      return { flow, ...flow, run };
    },
    client: (answer) => ({ reauthenticate: ({ signal }) => answer(signal) }),
  },
  {
    name: "useCheckSession",
    use: () => {
      const flow = useCheckSession();
      return { flow, ...flow, run: (signal) => flow.check({ signal }) };
    },
    client: (answer) => ({ checkSession: (params) => answer(params?.signal) }),
  },
  {
    name: "useLogout",
    use: () => {
      const flow = useLogout();
      return { flow, ...flow, run: () => flow.logout() };
    },
    client: (answer) => ({ logout: () => answer(undefined) }),
    isAbortable: false,
  },
];

rows.forEach(describeFlow);
