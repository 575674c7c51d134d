import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locales";
import { translatorFor } from "@/lib/i18n/translator";
import { composeMail } from "./compose";

export type GivenRole = "organiser" | "staff" | "host" | "owner";

type Given = {
  locale: Locale;
  role: GivenRole;
  /** null: a role at the installation */
  conference: { slug: string; name: string } | null;
  email: string;
};

// Where each role begins. Hosts and staff have no desk of their own yet.
const place = { organiser: "/admin", staff: "", host: "" };

/** Tells someone which role they were given and how to come in: with their address, as everyone does. */
export async function roleMail({ locale, role, conference, email }: Given) {
  const t = await translatorFor(locale, "roleMail");
  const path = role === "owner" || !conference ? "/owner" : `/${conference.slug}${place[role]}`;
  const values = { conference: conference?.name ?? "Openfloor" };
  return composeMail({
    locale,
    subject: t(`subject.${role}`, values),
    heading: t(`heading.${role}`, values),
    blocks: [
      { kind: "text", text: t(`text.${role}`, values) },
      { kind: "text", text: t("signIn", { email }) },
      { kind: "button", label: t("button"), url: `${env().BASE_URL}/${locale}${path}` },
    ],
    footer: t("footer"),
  });
}
