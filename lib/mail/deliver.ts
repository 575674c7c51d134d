import { setTimeout as wait } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { type Database, db } from "@/db/client";
import { outbox } from "@/db/schema";
import { realNow } from "@/lib/clock";
import { env } from "@/lib/env";
import { enqueue } from "@/lib/jobs/enqueue";
import { log } from "@/lib/log";
import { isStopping } from "@/lib/shutdown";
import { claim, settle, waitAfter } from "./claim";
import { resendSender } from "./resend";
import type { Sender } from "./sender";
import { smtpSender } from "./smtp";
import { mailTransport } from "./transport";

/**
 * Sends what is due until nothing is, or the provider wants a rest; then answers after how many seconds to
 * try again. May run in any number of processes at once, and die at any point: a mail is written as taken
 * before it is sent, and taken over with the same key when nobody wrote down how it went.
 */
export async function deliver(
  database: Database,
  sender: Sender,
  now: () => Date,
): Promise<{ rest?: number }> {
  let rest: number | undefined;
  while (!isStopping()) {
    const mails = await claim(database, sender.most, now());
    const [first] = mails;
    if (!first) break;
    const outcome = await sender.send(mails, first.batchId);
    await settle(database, mails, outcome, now());
    if (outcome.kind !== "sent") {
      // The provider may quote an address in what it says, so that stays in the outbox.
      log.warn({ mails: mails.length, kind: outcome.kind, attempt: first.attempts }, "mail was not taken");
    }
    if (outcome.kind === "later") {
      const wait = outcome.wait ?? waitAfter(first.attempts);
      rest = Math.min(rest ?? wait, wait);
      if (!outcome.alone) break;
    }
    if (sender.pause > 0) await wait(sender.pause);
  }
  return rest === undefined ? {} : { rest };
}

let working = false;
let again = false;

/** The job: one delivery at a time in a process; a job that comes meanwhile makes it look once more. */
export async function deliverMail(): Promise<void> {
  again = true;
  if (working) return;
  working = true;
  try {
    while (again && !isStopping()) {
      again = false;
      await deliverOnce();
    }
  } finally {
    working = false;
  }
}

async function deliverOnce() {
  const sender = chosenSender();
  if (!sender) {
    // The transport was taken away while mails waited: they can be read in the outbox.
    await db.update(outbox).set({ state: "kept" }).where(eq(outbox.state, "queued"));
    return;
  }
  const { rest } = await deliver(db, sender, realNow);
  if (rest) await enqueue(db, "deliver-mail", {}, { runAt: new Date(realNow().getTime() + rest * 1000) });
}

// Kept, because it holds connections; the environment does not change while a process lives.
let sender: Sender | undefined;

function chosenSender(): Sender | undefined {
  const { RESEND_API_KEY, RESEND_BASE_URL, SMTP_URL, MAIL_FROM, BASE_URL } = env();
  const transport = mailTransport();
  if (transport === "resend" && RESEND_API_KEY)
    sender ??= resendSender({ apiKey: RESEND_API_KEY, baseUrl: RESEND_BASE_URL, from: MAIL_FROM });
  if (transport === "smtp" && SMTP_URL)
    sender ??= smtpSender({ url: SMTP_URL, from: MAIL_FROM, host: new URL(BASE_URL).hostname });
  return sender;
}
