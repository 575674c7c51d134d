import { layCable } from "@/tests/support/cable";
import { startPortal } from "./portal";
import { test as base } from "./test";

type Cable = Awaited<ReturnType<typeof layCable>>;
/** That of the server which runs the stories now; the one before may still be closing. */
let laid: Cable | undefined;

/** A server whose way to its database can be cut. `db` takes another way and stays. */
export const test = base.extend<{ cable: Cable }>({
  startPortal: [
    async ({ browserName: _ }, use) =>
      use(async () => {
        let own: Cable | undefined;
        const portal = await startPortal({
          via: async (database) => {
            own = await layCable(database);
            return own.url;
          },
        });
        laid = own;
        const stop = async () => {
          await portal.stop();
          await own?.remove();
        };
        return { ...portal, stop };
      }),
    { scope: "worker" },
  ],
  cable: async ({ portal: _, allow }, use) => {
    if (!laid) throw new Error("This server has no cable");
    // A browser writes every 503 down as an error.
    allow.push(/status of 503/);
    await use(laid);
    await laid.mend();
  },
});

export { expect } from "./test";
