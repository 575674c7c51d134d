"use client";

import { buttonClass } from "@/components/ui/button";
import { toggleStar, useMarks } from "./marks-store";

type Props = {
  conference: string;
  session: string;
  words: { star: string; starred: string; name: string; failed: string; device: string };
};

/** The star of a session's own page, in words. It keeps its place free until it can do something. */
export function StarToggle({ conference, session, words }: Props) {
  const { stars, account, failed } = useMarks(conference);
  const on = stars.has(session);
  if (account === undefined) return <div className="min-h-11" />;
  return (
    <div className="print:hidden">
      <button
        type="button"
        aria-pressed={on}
        aria-label={words.name}
        onClick={() => toggleStar(conference, session)}
        className={buttonClass(
          { look: "secondary" },
          "w-full aria-pressed:border-yours-line aria-pressed:bg-yours-wash",
        )}
      >
        <span aria-hidden="true" className="star-glyph" />
        {on ? words.starred : words.star}
      </button>
      <p role="status" className="mt-2 text-[13px] text-ink-2 empty:mt-0">
        {failed ? words.failed : on && !account ? words.device : null}
      </p>
    </div>
  );
}
