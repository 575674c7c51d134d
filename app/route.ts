import { cookies, headers } from "next/headers";
import { NextResponse } from "next/server";
import { defaultLocale, isLocale, preferredLocale } from "@/lib/i18n/locales";

/** The front door: to the language that was chosen before, else the browser's best, else English. */
export async function GET() {
  const chosen = (await cookies()).get("openfloor.locale")?.value;
  const preferred = preferredLocale((await headers()).get("accept-language"));
  const locale = isLocale(chosen) ? chosen : (preferred ?? defaultLocale);
  // Relative: the address of this server is not known for sure here, and need not be.
  return new NextResponse(null, {
    status: 307,
    headers: {
      location: `/${locale}`,
      vary: "Cookie, Accept-Language",
      "cache-control": "private, no-store",
    },
  });
}
