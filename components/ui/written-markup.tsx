"use client";

import { type ComponentProps, useEffect, useRef } from "react";

type Props = { as?: "div" | "ul"; id: string; kept: number | string } & Omit<
  ComponentProps<"div">,
  "children" | "id" | "ref"
>;

/** On the server: the markup that lib/kept-markup.ts laid aside in this request. */
function written(kept: number | string): string {
  if (typeof kept === "string") return kept;
  const { openfloorRequests } = globalThis as unknown as {
    openfloorRequests?: { getStore: () => { markup?: string[] } | undefined };
  };
  const markup = openfloorRequests?.getStore()?.markup?.[kept];
  // A page without it must not be kept as if it were whole.
  if (markup === undefined) throw new Error(`No markup was laid aside as ${kept} in this request.`);
  return markup;
}

/** The elements as the page came, by id. Their children outlast them, should the tree be made anew. */
const came = new Map<string, HTMLElement>();

/** Writes markup on the server; in the browser it leaves what stands there alone, whoever changed it since. */
export function WrittenMarkup({ as = "div", kept, ...rest }: Props) {
  const place = useRef<HTMLDivElement>(null);
  // Both are plain boxes to everything that is done here.
  const Element = as as "div";
  const onServer = typeof window === "undefined";
  if (!onServer && !came.has(rest.id)) {
    const element = document.getElementById(rest.id);
    if (element) came.set(rest.id, element);
  }
  useEffect(() => {
    const element = place.current;
    if (!element || element.hasChildNodes()) return;
    // The tree was made anew, such as after a translating browser had changed its texts: take the children over.
    const before = came.get(rest.id);
    if (before?.hasChildNodes()) element.replaceChildren(...before.childNodes);
    // Reached without its HTML, which only a whole page carries.
    else if (!before && typeof kept === "number") location.reload();
    came.set(rest.id, element);
  }, [rest.id, kept]);
  return (
    <Element
      {...rest}
      ref={place}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: onServer ? written(kept) : typeof kept === "string" ? kept : "" }}
    />
  );
}
