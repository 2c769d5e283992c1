import { hostOf } from "./place.js";
import { benchTenant, renew, signIn } from "./tenant.js";

/** What the local tenant answers in a second, one request after the other, in one process with whoever asks. */
export interface Throughput {
  /** Password, ticket and tokens. */
  readonly signIns: number;
  /** Silent `/authorize` requests of a browser that is signed in. */
  readonly renewals: number;
}

const times = 200;
const host = hostOf("throughput");

/** Asks a tenant that has so many users. Hashing is made cheap, for it is not what is asked about. */
export async function throughputWith(users: number): Promise<Throughput> {
  const others = Array.from({ length: users - 1 }, (_, number) => ({
    email: `user-${number}@example.com`,
    password: `Difference-Engine-${number}`,
    name: `User ${number}`,
  }));
  const tenant = await benchTenant({ hosts: [host], users: others, scryptCost: 2 });
  try {
    const signedIn = await signIn(tenant, host);
    return {
      signIns: await rateOf(() => signIn(tenant, host)),
      renewals: await rateOf(() => renew(tenant, host, signedIn)),
    };
  } finally {
    await tenant.close();
  }
}

async function rateOf(ask: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (let done = 0; done < times; done += 1) await ask();
  return (1000 * times) / (performance.now() - start);
}
