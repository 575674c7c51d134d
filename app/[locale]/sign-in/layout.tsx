import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ForgetDevice } from "@/components/agenda/forget-device";

export const dynamic = "force-dynamic";
// The address of the page behind a mail's link holds a secret: no site that is visited next learns it. Not
// "no-referrer": a form sent without JavaScript would then say that it comes from nowhere, and be refused.
export const metadata: Metadata = { robots: { index: false }, referrer: "same-origin" };

export default function SignInLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <ForgetDevice />
      {children}
    </>
  );
}
