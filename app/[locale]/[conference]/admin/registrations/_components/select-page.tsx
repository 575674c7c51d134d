"use client";

import { useEffect, useRef, useState } from "react";

/** Ticks or clears every row of its form. Without JavaScript it is not there. */
export function SelectPage({ label }: { label: string }) {
  const box = useRef<HTMLInputElement>(null);
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  useEffect(() => {
    const all = box.current;
    const form = all?.form;
    if (!all || !form) return;
    const rows = () => [...form.querySelectorAll<HTMLInputElement>('input[name="id"]')];
    const show = () => {
      const ticked = rows().filter(({ checked }) => checked).length;
      all.checked = ticked > 0 && ticked === rows().length;
      all.indeterminate = ticked > 0 && ticked < rows().length;
    };
    const change = (event: Event) => {
      if (event.target === all) for (const row of rows()) row.checked = all.checked;
      show();
    };
    show();
    form.addEventListener("change", change);
    return () => form.removeEventListener("change", change);
  });
  if (!ready) return null;
  return (
    <label className="flex min-h-11 items-center gap-3 wide:min-h-0">
      <input ref={box} type="checkbox" className="ml-3 size-5 accent-action wide:ml-0 wide:size-4" />
      <span className="text-sm wide:sr-only">{label}</span>
    </label>
  );
}
