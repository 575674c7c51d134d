import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { movesOf } from "@/lib/bulk-actions/rules";
import type { View } from "@/lib/registration-list/rules";
import { registrationStates } from "@/lib/registration-states/rules";
import { typeMove } from "@/lib/type-changes/input";

type Props = {
  view: View;
  total: number;
  /** Those that can be given, in the reader's language. */
  types: { id: string; name: string }[];
};

/** Chooses what to do with whom. Nothing is done before the next page has said what would happen. */
export function MoveBar({ view, total, types }: Props) {
  const t = useTranslations("desk");
  const states = view.filter.state ? [view.filter.state] : registrationStates;
  return (
    <fieldset className="mt-4 grid gap-3 rounded-xl border border-line bg-surface p-4 sm:grid-cols-2 wide:flex wide:flex-wrap wide:items-end">
      <legend className="sr-only">{t("bulk.title")}</legend>
      <Select name="scope" label={t("bulk.whom")}>
        <option value="chosen">{t("bulk.chosen")}</option>
        <option value="all">{t("bulk.all", { count: total })}</option>
      </Select>
      <Select name="move" label={t("bulk.what")}>
        {movesOf(states).map((move) => (
          <option key={move} value={move}>
            {t(`moves.${move}`)}
          </option>
        ))}
        {types.length > 1 ? (
          <optgroup label={t("retype.choice")}>
            {types.map(({ id, name }) => (
              <option key={id} value={typeMove(id)}>
                {name}
              </option>
            ))}
          </optgroup>
        ) : null}
      </Select>
      <div className="sm:col-span-2">
        <Button type="submit" look="secondary">
          {t("bulk.review")}
        </Button>
      </div>
    </fieldset>
  );
}
