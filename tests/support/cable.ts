import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A way to the database at `url` that a test can cut: the database itself stays up, for the test and for others. */
export async function layCable(url: string) {
  const there = new URL(url);
  const sockets = new Set<Socket>();
  let frozen = false;
  let answered = 0;
  // While it is frozen, what comes is taken and goes nowhere.
  const held: [Socket, Buffer][] = [];
  const pass = () => {
    for (const [to, part] of held.splice(0)) to.write(part);
  };
  const server = createServer((near) => {
    const far = connect(Number(there.port || 5432), there.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on("data", (part) => {
        if (from === far) answered += part.length;
        held.push([to, part]);
        if (!frozen) pass();
      });
      from.on("end", () => to.end());
      from.on("error", () => {});
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const here = new URL(url);
  here.host = `127.0.0.1:${port}`;
  const cut = async () => {
    const closed = once(server, "close");
    server.close();
    held.length = 0;
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    url: here.href,
    /** Bytes that the database has sent so far. */
    answered: () => answered,
    /** Every connection breaks, and new ones are refused. */
    cut,
    /** Connections stay, new ones are taken, and nothing comes through any more. */
    freeze: () => {
      frozen = true;
    },
    mend: async () => {
      frozen = false;
      pass();
      if (server.listening) return;
      server.listen(port, "127.0.0.1");
      await once(server, "listening");
    },
    remove: async () => {
      if (server.listening) await cut();
    },
  };
}
