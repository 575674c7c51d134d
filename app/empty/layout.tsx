import type { Metadata } from "next";
import type { ReactNode } from "react";

export const metadata: Metadata = { title: "Empty", robots: { index: false } };

export default function EmptyLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
