"use client";

import { FormCheckbox, FormField } from "@/components/ui/form";
import { LocalizedField } from "@/components/ui/localized-field";
import type { Question } from "@/lib/questions/rules";

type Props = {
  option: Question["options"][number];
  position: number;
  main: string;
  others: string;
  labels: { label: string; position: string; removed: string; removedHint: string };
};

/** One option: what it is called, where it stands, whether it is still offered. Its value never changes. */
export function OptionFields({ option, position, main, others, labels }: Props) {
  const name = `option.${option.value}`;
  return (
    <div className="grid gap-2">
      <LocalizedField
        name={`${name}.label`}
        label={labels.label}
        text={option.label}
        main={main}
        others={others}
      />
      <div className="flex flex-wrap items-end gap-x-8 gap-y-2">
        <div className="w-28">
          <FormField
            name={`${name}.position`}
            label={labels.position}
            inputMode="numeric"
            className="tabular-nums"
            defaultValue={String(position)}
          />
        </div>
        <FormCheckbox
          name={`${name}.removed`}
          label={labels.removed}
          hint={labels.removedHint}
          defaultChecked={option.archived}
        />
      </div>
    </div>
  );
}
