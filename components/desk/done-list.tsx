import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Form, type FormAction } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";

type Props = {
  done: string;
  /** What else is to be known of it: who was told. */
  note: string;
  /** That some were passed over, in words; null when nobody was. */
  skipped: string | null;
  people: { id: string; name: string; organisation?: string | null; now: ReactNode }[];
  /** The address of the list of registrations. */
  list: string;
  /** How many it can be taken back for; `fields` say what "it" is. */
  undo: { count: number; action: FormAction; fields: Record<string, string> };
};

/** What an organiser just did with registrations, with the way to take it back. */
export async function DoneList({ done, note, skipped, people, list, undo }: Props) {
  const t = await getTranslations("desk.bulk");
  return (
    <div className="grid max-w-[72ch] gap-5">
      <Notice tone="ok" title={done} live>
        {note}
      </Notice>
      {skipped ? <Notice tone="warn" title={skipped} /> : null}
      <ul className="border-t border-line">
        {people.map(({ id, name, organisation, now }) => (
          <li
            key={id}
            className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-2 [overflow-wrap:anywhere]"
          >
            <span>
              <a className="link reach" href={`${list}/${id}`}>
                {name}
              </a>
              {organisation ? <span className="text-ink-2">, {organisation}</span> : null}
            </span>
            {now}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-3">
        {undo.count > 0 ? (
          <Form action={undo.action} className="grid gap-3">
            {Object.entries(undo.fields).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <SubmitButton look="secondary" busy={t("busy")}>
              {t("undo", { count: undo.count })}
            </SubmitButton>
          </Form>
        ) : null}
        <ButtonLink look={undo.count > 0 ? "quiet" : "secondary"} href={list}>
          {t("toList")}
        </ButtonLink>
      </div>
    </div>
  );
}
