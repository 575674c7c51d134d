import type { APIRequestContext } from "@playwright/test";
import { expect } from "@playwright/test";

export type Mail = { to: string; subject: string; text: string; at: string };

/** Asks the mailbox until there is a mail to this address (whose subject fits). The newest comes first. */
export async function newestMail(request: APIRequestContext, to: string, subject = /(?:)/): Promise<Mail> {
  let found: Mail | undefined;
  await expect(async () => {
    const answer = await request.get("/mailbox", { headers: { accept: "application/json" } });
    expect(answer.status()).toBe(200);
    const mails = (await answer.json()) as Mail[];
    found = mails.find((mail) => mail.to === to && subject.test(mail.subject));
    expect(
      found,
      `no mail to ${to} about ${subject} among ${mails.map((mail) => `${mail.to}: ${mail.subject}`).join("; ")}`,
    ).toBeDefined();
  }).toPass({ timeout: 15_000, intervals: [100, 200, 400, 800] });
  if (!found) throw new Error(`There is no mail to ${to}`);
  return found;
}
