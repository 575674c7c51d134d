// From the driver (CONNECT…, CONNECTION_…), from the network (E…), from a server that stops, starts or is full (57P…, 53300).
const AWAY =
  /^(CONNECT_TIMEOUT|CONNECTION_(CLOSED|ENDED|DESTROYED)|ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN|57P0[1-3]|53300|08\w{3})$/;

/** Whether an error says only that the database is away: what was asked can be asked again. */
export function isOutage(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = (at as { code?: unknown }).code;
    if (typeof code === "string" && AWAY.test(code)) return true;
  }
  return false;
}
