import type { ComponentProps } from "react";

const looks = {
  /** The one thing to do here. */
  primary: "bg-action text-on-action hover:bg-action-strong border-transparent",
  secondary: "bg-surface text-ink border-line-strong hover:border-ink",
  /** Gold: only the registration button of the home page, and what is yours. */
  yours: "bg-yours text-on-yours border-transparent hover:brightness-95",
  danger: "bg-surface text-bad border-bad hover:bg-bad-wash",
  quiet:
    "bg-transparent text-action border-transparent underline underline-offset-4 hover:text-action-strong px-0!",
} as const;

const sizes = {
  normal: "min-h-11 px-[18px] py-2.5 text-[15px]",
  small: "min-h-11 wide:min-h-9 px-3 py-1.5 text-sm",
} as const;

export type ButtonLook = { look?: keyof typeof looks; size?: keyof typeof sizes };

export function buttonClass({ look = "primary", size = "normal" }: ButtonLook, extra = "") {
  return `inline-flex items-center justify-center gap-2 rounded-lg border font-semibold no-underline cursor-pointer text-center disabled:opacity-55 disabled:cursor-default aria-disabled:opacity-55 ${looks[look]} ${sizes[size]} ${extra}`;
}

export function Button({
  look,
  size,
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & ButtonLook) {
  return <button type={type} className={buttonClass({ look, size }, className)} {...rest} />;
}

/** A link that looks like a button. A plain anchor: between public and personal pages the browser loads anew. */
export function ButtonLink({ look, size, className, children, ...rest }: ComponentProps<"a"> & ButtonLook) {
  return (
    <a className={buttonClass({ look, size }, className)} {...rest}>
      {children}
    </a>
  );
}
