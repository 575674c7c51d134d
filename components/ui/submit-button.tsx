"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { type ButtonLook, buttonClass } from "./button";

type Props = ComponentProps<"button"> &
  ButtonLook & { /** Said while the form is on its way. */ busy?: string };

/** Sends its form. While it is on its way a second press does nothing; the button keeps its focus. */
export function SubmitButton({ look, size, className, busy, children, onClick, ...rest }: Props) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      className={buttonClass({ look, size }, className)}
      aria-disabled={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
      {...rest}
    >
      {pending && busy ? busy : children}
    </button>
  );
}
