/**
 * What must end before the process does: streams, jobs, connections. On globalThis, because the server that
 * gets the signal is outside the bundles of the pages.
 */
type Shutdown = { stopping: boolean; steps: Map<string, () => Promise<void> | void> };
const held = globalThis as unknown as { openfloorShutdown?: Shutdown };

function shutdown(): Shutdown {
  held.openfloorShutdown ??= { stopping: false, steps: new Map() };
  return held.openfloorShutdown;
}

/** Runs `step` once when the process is asked to stop; a later step of the same name replaces it (hot reload). */
export function onShutdown(name: string, step: () => Promise<void> | void) {
  shutdown().steps.set(name, step);
}

/** True from the signal on: a server behind a balancer then says that it is not ready. */
export const isStopping = () => shutdown().stopping;
