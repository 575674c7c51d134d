import { getTranslations } from "next-intl/server";
import { Form, type FormAction } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";

type Ordered = { id: string; archivedAt: Date | null };

/** The buttons of a row that stands in an order: up, down, archive or bring back, remove what nobody uses. */
export async function RowActions({
  action,
  name,
  row,
  rows,
  removable,
}: {
  action: FormAction;
  /** Of the row, for those who hear the buttons. */
  name: string;
  row: Ordered;
  /** All of them, in their order. Archived ones stand in none. */
  rows: Ordered[];
  removable: boolean;
}) {
  const t = await getTranslations("desk.form");
  const active = rows.filter(({ archivedAt }) => !archivedAt);
  const archived = row.archivedAt !== null;
  const button = (move: "up" | "down" | "archive" | "restore" | "remove", sign?: string) => (
    <SubmitButton
      look="secondary"
      size="small"
      name="move"
      value={move}
      aria-label={t(`rows.${move}`, { name })}
    >
      {sign ?? t(move)}
    </SubmitButton>
  );
  return (
    <Form action={action} className="flex flex-wrap items-center gap-2">
      {archived || row.id === active[0]?.id ? null : button("up", "↑")}
      {archived || row.id === active.at(-1)?.id ? null : button("down", "↓")}
      {button(archived ? "restore" : "archive")}
      {removable ? button("remove") : null}
    </Form>
  );
}
