"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useFormState } from "@/components/ui/form";
import { clashesOf, clashKey, type Frame, type Slot, unknown } from "@/lib/clashes/rules";
import { type FieldValues, formValues } from "@/lib/result";
import { slotOf } from "@/lib/sessions/rules";
import { ClashList, type Names } from "./clash-list";

type Props = {
  /** Of the session as it was saved; undefined for a new one. */
  saved?: Slot;
  /** What the form begins with. */
  initial: FieldValues;
  others: Slot[];
  frame: Frame;
  names: Names;
  timeZone: string;
};

/**
 * What stands in the way of the session as it is typed now, and the box to save it all the same. Without
 * JavaScript it shows the clashes of what was last sent.
 */
export function LiveClashes({ saved, initial, others, frame, names, timeZone }: Props) {
  const t = useTranslations("desk.programme.clashes");
  const { state } = useFormState();
  const place = useRef<HTMLDivElement>(null);
  const came = state?.values ?? initial;
  const [typed, setTyped] = useState<{ values: FieldValues; after: typeof state }>();
  // What was typed after the last answer counts; else what came back with it.
  const values = typed && typed.after === state ? typed.values : came;

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const read = () => setTyped({ values: formValues(new FormData(form)), after: state });
    form.addEventListener("input", read);
    form.addEventListener("change", read);
    return () => {
      form.removeEventListener("input", read);
      form.removeEventListener("change", read);
    };
  }, [state]);

  const fixed = saved ?? { id: "", cancelled: false, booked: 0 };
  const slot = slotOf(values, timeZone, fixed);
  const clashes = slot ? clashesOf(slot, others, frame) : [];
  const accepted = saved ? clashesOf(saved, others, frame).map(clashKey) : [];
  const open = unknown(clashes, accepted);
  return (
    <div ref={place} aria-live="polite">
      {/* The form is long: what came back is said at its end too, where the button was pressed. */}
      {state && !state.ok ? <p className="mb-3 font-semibold text-bad">{state.message}</p> : null}
      {clashes.length > 0 ? (
        <div className="mb-4 max-h-[38vh] overflow-y-auto rounded-lg bg-bad-wash px-4 py-3">
          <p className="mb-1 font-semibold text-bad">{t("count", { count: clashes.length })}</p>
          <ClashList clashes={clashes} names={names} />
          {open.length > 0 ? (
            <label className="mt-2 flex min-h-11 cursor-pointer items-center gap-3 font-semibold">
              <input type="checkbox" name="sure" className="size-5 shrink-0 accent-action" />
              {t("sure", { count: clashes.length })}
            </label>
          ) : null}
        </div>
      ) : null}
      {clashes.map((clash) => (
        <input key={clashKey(clash)} type="hidden" name="knowing[]" value={clashKey(clash)} />
      ))}
    </div>
  );
}
