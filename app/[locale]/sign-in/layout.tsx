import type { Metadata } from "next";
import type { ReactNode } from "react";

export const dynamic = "force-dynamic";
// The address of the page behind a mail's link holds a secret: no site that is visited next learns it.
export const metadata: Metadata = { robots: { index: false }, referrer: "no-referrer" };

export default function SignInLayout({ children }: { children: ReactNode }) {
  return children;
}
