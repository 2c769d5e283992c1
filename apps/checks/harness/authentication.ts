import {
  callAuthentication,
  type AuthenticationCall,
  type AuthenticationResult,
} from "./authentication-call.js";

declare global {
  interface Window {
    /** Makes one call in the page itself or in a worker of it. */
    authentication: Record<"page" | "worker", typeof callAuthentication>;
  }
}

window.authentication = { page: callAuthentication, worker: callInWorker };

function callInWorker(call: AuthenticationCall): Promise<AuthenticationResult> {
  const worker = new Worker(new URL("./authentication-worker.ts", import.meta.url), {
    type: "module",
  });
  return new Promise<AuthenticationResult>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<AuthenticationResult>) =>
      resolve(data),
    );
    worker.addEventListener("error", ({ message }) => reject(new Error(message)));
    worker.postMessage(call);
  }).finally(() => worker.terminate());
}
