"use client";

import { useEffect, useState } from "react";
import { echoed, fieldErrors } from "@/components/ui/field";
import { FormCheckbox, useFormState } from "@/components/ui/form";
import { Monogram } from "@/components/ui/monogram";
import { PHOTO_LIMIT, PHOTO_TYPES } from "@/lib/photos/rules";

type Props = {
  name: string;
  /** The id of the picture there is. */
  photo: string | undefined;
  /** Below which a picture that waits for its form is shown to who uploaded it. */
  uploads: string;
  words: {
    label: string;
    hint: string;
    large: string;
    preview: string;
    without: string;
    kept: string;
    withoutKept: string;
  };
};

/**
 * A picture: the one there is, the one that was chosen, and taking it away. A file that is too large is given
 * back before anything is sent; what else may be wrong with it the server says.
 */
export function PhotoField({ name, photo, uploads, words }: Props) {
  const { state } = useFormState();
  const [chosen, setChosen] = useState<string>();
  const [large, setLarge] = useState(false);
  useEffect(() => () => (chosen ? URL.revokeObjectURL(chosen) : undefined), [chosen]);
  // A form that came back has an empty file field again.
  useEffect(() => (state ? setChosen(undefined) : undefined), [state]);
  // Chosen before, when something else in the form was wrong.
  const kept = echoed(state, "upload", "");
  const shown = chosen ?? (kept ? `${uploads}/${kept}` : undefined);
  const errors = large ? [words.large] : fieldErrors(state, "photo");

  function choose(input: HTMLInputElement) {
    const file = input.files?.[0];
    const tooLarge = file !== undefined && file.size > PHOTO_LIMIT;
    setLarge(tooLarge);
    if (tooLarge) input.value = "";
    setChosen(file && !tooLarge ? URL.createObjectURL(file) : undefined);
  }

  return (
    <div className="grid grid-cols-[96px_minmax(0,1fr)] items-start gap-4">
      {shown ? (
        <img
          src={shown}
          alt={words.preview}
          className="size-24 rounded-full border border-line object-cover"
        />
      ) : photo ? (
        <img
          src={`/photos/${photo}`}
          alt=""
          className="size-24 rounded-full border border-line object-cover"
        />
      ) : (
        <span className="[&>span]:size-24 [&>span]:text-[28px]">
          <Monogram name={name} />
        </span>
      )}
      <div className="grid min-w-0 gap-1.5">
        <label htmlFor="photo" className="text-[15px] font-semibold">
          {words.label}
        </label>
        <p id="photo-hint" className="text-sm text-ink-2">
          {words.hint}
        </p>
        <input
          id="photo"
          name="photo"
          type="file"
          accept={PHOTO_TYPES}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={errors.length > 0 ? "photo-hint photo-error" : "photo-hint"}
          onChange={(event) => choose(event.currentTarget)}
          className="min-h-11 w-full min-w-0 py-2 text-[15px] file:mr-3 file:min-h-9 file:cursor-pointer file:rounded-lg file:border file:border-line-strong file:bg-surface file:px-3 file:text-sm file:font-semibold file:text-ink"
        />
        <div id="photo-error" aria-live="polite">
          {errors.map((error) => (
            <p key={error} className="text-sm font-semibold text-bad">
              {error}
            </p>
          ))}
        </div>
        {kept ? (
          <>
            <input type="hidden" name="upload" value={kept} />
            <p className="text-sm font-semibold text-ok">{words.kept}</p>
            <FormCheckbox name="withoutUpload" label={words.withoutKept} />
          </>
        ) : null}
        {photo ? <FormCheckbox name="withoutPhoto" label={words.without} /> : null}
      </div>
    </div>
  );
}
