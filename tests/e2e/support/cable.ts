import { layCable } from "@/tests/support/cable";
import { startPortal } from "./portal";
import { test as base } from "./test";

type Cable = Awaited<ReturnType<typeof layCable>>;
let laid: Cable | undefined;

/** A server whose way to its database can be cut. `db` takes another way and stays. */
export const test = base.extend<{ cable: Cable }>({
  portal: [
    async ({ browserName: _ }, use) => {
      const portal = await startPortal({
        via: async (database) => {
          laid = await layCable(database);
          return laid.url;
        },
      });
      await use(portal);
      await portal.stop();
      await laid?.remove();
    },
    { scope: "worker", timeout: 90_000 },
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
