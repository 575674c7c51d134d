import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/**
 * Gives the editor's client components its own words and no others. Sentences about clashes are made where the
 * clashes are found, in the browser too, so they cannot come along as finished text.
 */
export async function EditorWords({ children }: { children: ReactNode }) {
  const { desk } = await getMessages();
  return (
    <NextIntlClientProvider
      messages={{ desk: { programme: { clashes: desk.programme.clashes, grid: desk.programme.grid } } }}
    >
      {children}
    </NextIntlClientProvider>
  );
}
