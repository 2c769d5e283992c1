import { connect, createServer } from "node:net";

/** Both names a browser may use for this computer: localhost is either of them. */
const loopback = ["127.0.0.1", "::1"];

/** The first port from `preferred` on that nobody uses on the loopback addresses. */
export async function freePort(preferred) {
  for (let port = preferred; port < preferred + 100; port += 1) if (await isFree(port)) return port;
  throw new Error(`Ports ${preferred} to ${preferred + 99} are all taken: free one of them.`);
}

async function isFree(port) {
  const checks = loopback.map(
    async (host) => !(await answers(port, host)) && (await listens(port, host)),
  );
  return (await Promise.all(checks)).every(Boolean);
}

/** A server on all addresses answers here, though some systems would let us listen beside it. */
function answers(port, host) {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const settle = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => settle(true));
    socket.once("error", () => settle(false));
  });
}

/** False only when the address is in use: a computer without IPv6 refuses for another reason. */
function listens(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(!["EADDRINUSE", "EACCES"].includes(error.code)));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
