import type { APIRequestContext } from "@playwright/test";
import { expect } from "@playwright/test";

export type Mail = { to: string; subject: string; text: string; at: string };

/** A story's view of the mailbox: mails that were written since it began, each handed out once, newest first. */
export function openMailbox(request: APIRequestContext) {
  const began = Date.now();
  const given = new Set<string>();
  return async (to: string, subject = /(?:)/): Promise<Mail> => {
    let found: Mail | undefined;
    await expect(async () => {
      const answer = await request.get("/mailbox", { headers: { accept: "application/json" } });
      expect(answer.status()).toBe(200);
      const mails = ((await answer.json()) as Mail[]).filter(
        (mail) => Date.parse(mail.at) >= began && !given.has(JSON.stringify(mail)),
      );
      found = mails.find((mail) => mail.to === to && subject.test(mail.subject));
      const others = mails.map((mail) => `${mail.to}: ${mail.subject}`).join("; ");
      expect(found, `no mail to ${to} about ${subject}; there is: ${others || "nothing new"}`).toBeDefined();
    }).toPass({ timeout: 15_000, intervals: [100, 200, 400, 800] });
    if (!found) throw new Error(`There is no mail to ${to}`);
    given.add(JSON.stringify(found));
    return found;
  };
}
