import type { ComponentProps } from "react";
import type { Html } from "@/lib/html";
import { keepMarkup } from "@/lib/kept-markup";
import { WrittenMarkup } from "./written-markup";

type Props = { as?: "div" | "ul"; id: string; html: Html } & Omit<ComponentProps<"div">, "children" | "id">;

/**
 * An element around markup that `html` made and thereby escaped. It stands in the page once: what the framework
 * sends again for its scripts holds only the element. `id` is its own on the page.
 */
export function Markup({ html, ...rest }: Props) {
  return <WrittenMarkup {...rest} kept={keepMarkup(html)} />;
}
