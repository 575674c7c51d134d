"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Moving } from "./use-moving";

/** What was just moved, said politely and in sight wherever the grid is scrolled to, with the way back. */
export function MoveNote({ moving: { note, save } }: { moving: Moving }) {
  const t = useTranslations("desk.programme.grid");
  return (
    <div
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-6 z-30 flex justify-center px-6"
    >
      {note ? (
        <div className="pointer-events-auto max-w-[720px] rounded-lg border border-line-strong bg-surface">
          <Notice tone={note.tone}>
            <p className="flex flex-wrap items-center gap-x-4 gap-y-2 font-semibold">
              {note.text}
              {note.undo ? (
                <Button look="secondary" size="small" onClick={() => note.undo && save(note.undo, true)}>
                  {t("undo")}
                </Button>
              ) : null}
            </p>
          </Notice>
        </div>
      ) : null}
    </div>
  );
}
