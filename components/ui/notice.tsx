import type { ReactNode } from "react";

const tones = {
  ok: "bg-ok-wash text-ok",
  warn: "bg-warn-wash text-warn",
  bad: "bg-bad-wash text-bad",
  info: "bg-action-wash text-ink",
  yours: "bg-yours-wash text-ink border border-yours-line",
} as const;

/** A message in its place. `live` says it aloud when it appears; errors interrupt, the rest waits its turn. */
export function Notice({
  tone,
  title,
  live = false,
  children,
}: {
  tone: keyof typeof tones;
  title?: string;
  live?: boolean;
  children?: ReactNode;
}) {
  return (
    <div
      className={`rounded-lg px-4 py-3 text-[15px] ${tones[tone]}`}
      role={live ? (tone === "bad" ? "alert" : "status") : undefined}
    >
      {title ? <p className="font-semibold">{title}</p> : null}
      {children ? <div className={title ? "mt-1" : undefined}>{children}</div> : null}
    </div>
  );
}
