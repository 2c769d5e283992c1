import { callAuthentication, type AuthenticationCall } from "./authentication-call.js";

addEventListener("message", async ({ data }: MessageEvent<AuthenticationCall>) => {
  postMessage(await callAuthentication(data));
});
