import { type NextRequest, NextResponse } from "next/server";
import { defaultLocale, isLocale, preferredLocale } from "@/lib/i18n/locales";

/**
 * Only in front of personal pages: a nonce for their scripts, no-store, and the address for the way back after
 * sign-in. It decides nothing about rights: each action and page proves who asks in lib/auth.
 */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const { pathname, search } = request.nextUrl;
  const development = process.env.NODE_ENV === "development";
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-openfloor-path", pathname + search);
  const mailbox = pathname === "/mailbox" ? mailboxFor(request) : undefined;
  const locale = (mailbox ?? pathname).split("/")[1];
  if (isLocale(locale)) headers.set("x-next-intl-locale", locale);
  const response = mailbox
    ? NextResponse.rewrite(new URL(mailbox + search, request.url), { request: { headers } })
    : NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("cache-control", "private, no-store");
  return response;
}

/** /mailbox has one address for people in every language and for programs. */
function mailboxFor(request: NextRequest): string {
  if (request.headers.get("accept")?.includes("application/json")) return "/api/mailbox";
  const chosen = request.cookies.get("openfloor.locale")?.value;
  const locale = isLocale(chosen) ? chosen : preferredLocale(request.headers.get("accept-language"));
  return `/${locale ?? defaultLocale}/mailbox`;
}

export const config = {
  matcher: [
    "/:locale/sign-in/:path*",
    "/:locale/account/:path*",
    "/:locale/owner/:path*",
    "/:locale/:conference/agenda/:path*",
    "/:locale/:conference/register/:path*",
    "/:locale/:conference/registration/:path*",
    "/:locale/:conference/my-data/:path*",
    "/:locale/:conference/programme/:session/feedback/:path*",
    "/:locale/:conference/programme/:session/seat/:path*",
    "/:locale/:conference/admin/:path*",
    "/mailbox",
    "/:locale/mailbox/:path*",
  ],
};
