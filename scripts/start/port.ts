import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { StartError } from "./say";

const PATIENCE = 6000;

/** A server whose starter was killed lets go of its port within moments; another program does not. */
export async function waitForPort(port: number, command: string) {
  const deadline = Date.now() + PATIENCE;
  while (!(await isFree(port))) {
    if (Date.now() > deadline)
      throw new StartError(
        `Port ${port} is taken by another program. Choose another one, for example: PORT=${port + 1} ${command}`,
      );
    await wait(250);
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(false);
      else if (error.code === "EACCES")
        reject(
          new StartError(
            `Port ${port} may not be used by this account. Choose one above 1023 with PORT=<number>.`,
          ),
        );
      else reject(error);
    });
    probe.listen(port, process.env.HOST || undefined, () => probe.close(() => resolve(true)));
  });
}
