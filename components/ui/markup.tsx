import type { ComponentProps } from "react";
import type { Html } from "@/lib/html";

/** An element around markup that `html` made and thereby escaped. The only place that takes markup as text. */
export function Markup({
  as: Element = "div",
  html,
  ...rest
}: { as?: "div" | "ul"; html: Html } & Omit<ComponentProps<"div">, "children">) {
  // What the page's own scripts change in it is theirs.
  return (
    <Element
      {...(rest as ComponentProps<"div"> & ComponentProps<"ul">)}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: html.toString() }}
    />
  );
}
