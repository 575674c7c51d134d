import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

export type Delivered = { to: string[]; headers: Record<string, string>; raw: string };
/** What goes wrong next: an answer to one command, or the mail is taken and the answer never comes. */
export type SmtpMishap = { at: "login" | "recipient" | "data"; code: number; text: string } | "hang up";

/** A real mail server on this machine that keeps what it is given. `mishaps` are used up one by one. */
export async function smtpServer() {
  const delivered: Delivered[] = [];
  const mishaps: SmtpMishap[] = [];
  /** Addresses it does not know. */
  const unknown = new Set<string>();
  const trouble = (at: "login" | "recipient" | "data") => {
    const next = mishaps[0];
    if (!next || next === "hang up" || next.at !== at) return undefined;
    mishaps.shift();
    return Object.assign(new Error(next.text), { responseCode: next.code });
  };
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ["STARTTLS"],
    // A client that is cut off says nothing to the log of the tests.
    logger: false,
    onAuth: ({ username }, _session, done) => done(trouble("login"), { user: username }),
    onRcptTo: ({ address }, _session, done) => {
      const refusal = unknown.has(address) && Object.assign(new Error("No such user"), { responseCode: 550 });
      done(refusal || trouble("recipient"));
    },
    onData: async (stream, session, done) => {
      const raw = await text(stream);
      const error = trouble("data");
      if (error) return done(error);
      delivered.push({
        to: session.envelope.rcptTo.map(({ address }) => address),
        headers: headersOf(raw),
        raw,
      });
      if (mishaps[0] !== "hang up") return done(null);
      mishaps.shift();
      for (const connection of server.connections) connection.close();
    },
  });
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    /** With a name and a password, which it asks nobody for. */
    urlWithLogin: `smtp://portal:secret@127.0.0.1:${port}`,
    delivered,
    mishaps,
    unknown,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** The headers of a mail, by their names in small letters; continued lines are joined. */
function headersOf(raw: string): Record<string, string> {
  const head = raw.slice(0, raw.indexOf("\r\n\r\n")).replace(/\r\n[ \t]+/g, " ");
  return Object.fromEntries(
    head.split("\r\n").map((line) => [line.split(":", 1)[0]?.toLowerCase(), line.replace(/^[^:]*:\s*/, "")]),
  );
}
