import { getTranslations } from "next-intl/server";
import { Form, type FormAction } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";

/** One up, one down: the buttons of a row that stands in an order. */
export async function Arrange({
  action,
  name,
  first,
  last,
}: {
  action: FormAction;
  /** Of the row, for those who hear the buttons. */
  name: string;
  first: boolean;
  last: boolean;
}) {
  const t = await getTranslations("desk.form.rows");
  const button = (move: "up" | "down", sign: string) => (
    <SubmitButton
      look="secondary"
      size="small"
      name="move"
      value={move}
      className="min-w-11 wide:min-w-9"
      aria-label={t(move, { name })}
    >
      {sign}
    </SubmitButton>
  );
  return (
    <Form action={action} className="flex flex-wrap items-center gap-2">
      {first ? null : button("up", "↑")}
      {last ? null : button("down", "↓")}
    </Form>
  );
}
