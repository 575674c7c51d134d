import { getTranslations } from "next-intl/server";
import { FormButtons } from "@/components/desk/form-buttons";
import { Form, type FormAction, FormField, FormHidden, FormSelect } from "@/components/ui/form";
import { FormSection } from "@/components/ui/form-section";
import { MarkdownField } from "@/components/ui/markdown-field";
import { formatInstant, zoneName } from "@/lib/dates";
import { localize } from "@/lib/i18n/text";
import { localMinute } from "@/lib/local-time";
import { asItWas, type DraftSession, sessionKinds } from "@/lib/sessions/rules";
import type { Draft } from "./draft";
import { EditorWords } from "./editor-words";
import { LiveClashes } from "./live-clashes";
import { SessionPeople } from "./session-people";
import { sessionWords } from "./session-words";
import { Theirs } from "./theirs";

type Props = {
  action: FormAction;
  draft: Draft;
  session?: DraftSession;
  /** For a new session: the local beginning, as a date field writes it. */
  from: string;
  until: string;
  back: string;
};

/** Everything about a session of the draft, in one form that works without JavaScript. */
export async function SessionForm({ action, draft, session, from, until, back }: Props) {
  const [t, form, kinds] = await Promise.all([
    getTranslations("desk.programme.session"),
    getTranslations("desk.form"),
    getTranslations("programme.kinds"),
  ]);
  const { conference, reader, rooms, topics, slots, frame } = draft;
  const { timeZone, locale } = conference;
  const startsAt = session ? localMinute(session.startsAt, timeZone) : from;
  const endsAt = session ? localMinute(session.endsAt, timeZone) : until;
  const was: Record<string, string> = session ? asItWas(session) : {};
  const initial = {
    kind: session?.kind ?? "session",
    roomId: session?.roomId ?? "",
    startsAt,
    endsAt,
    seats: String(session?.seats ?? ""),
    speakers: session?.speakers ?? [],
    moderators: session?.moderators ?? [],
    ...was,
  };
  const others = slots.filter(({ id }) => id !== session?.id);
  const { fields, names } = await sessionWords(draft);
  return (
    <EditorWords>
      <Form action={action} className="grid grid-cols-[minmax(0,1fr)] gap-8">
        <FormHidden name="version" value={String(session?.version ?? 0)} />
        {Object.entries(was).map(([name, value]) => (
          <FormHidden key={name} name={name} value={value} />
        ))}
        <Theirs title={t("theirs")} by={t("theirsBy")} empty={t("theirsEmpty")} fields={fields} />
        <FormSection title={t("what")}>
          <FormField name="title" label={t("title")} lang={locale} defaultValue={session?.title ?? ""} />
          <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
            <FormSelect name="kind" label={t("kind")} defaultValue={initial.kind}>
              {sessionKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {kinds(kind)}
                </option>
              ))}
            </FormSelect>
            <FormSelect name="topicId" label={t("topic")} defaultValue={session?.topicId ?? ""}>
              <option value="">{t("noTopic")}</option>
              {topics.map((topic) => (
                <option key={topic.id} value={topic.id}>
                  {localize(topic.name, reader, locale)}
                </option>
              ))}
            </FormSelect>
          </div>
        </FormSection>
        <FormSection
          title={t("when")}
          hint={t("whenHint", { zone: zoneName(session?.startsAt ?? frame.from, timeZone, reader) })}
        >
          <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
            <FormField
              name="startsAt"
              type="datetime-local"
              step={300}
              label={t("startsAt")}
              defaultValue={startsAt}
            />
            <FormField
              name="endsAt"
              type="datetime-local"
              step={300}
              label={t("endsAt")}
              defaultValue={endsAt}
            />
          </div>
          <div className="grid grid-cols-1 items-end gap-5 sm:grid-cols-2">
            <FormSelect name="roomId" label={t("room")} defaultValue={initial.roomId}>
              <option value="">{t("noRoom")}</option>
              {rooms.map((room) => (
                <option key={room.id} value={room.id}>
                  {room.seats === null
                    ? room.name
                    : t("roomWithSeats", { name: room.name, seats: room.seats })}
                </option>
              ))}
            </FormSelect>
            <FormField
              name="seats"
              label={t("seats")}
              optional={form("optional")}
              hint={t("seatsHint")}
              inputMode="numeric"
              className="max-w-40 tabular-nums"
              defaultValue={initial.seats}
            />
          </div>
          {session ? (
            <p className="text-sm text-ink-2 tabular-nums">
              {t("saved", {
                from: formatInstant(session.startsAt, "moment", reader, timeZone),
                until: formatInstant(session.endsAt, "time", reader, timeZone),
              })}
            </p>
          ) : null}
        </FormSection>
        <SessionPeople draft={draft} session={session} names={names} />
        <div className="border-t border-line pt-6">
          <MarkdownField
            name="abstract"
            label={t("abstract")}
            hint={t("abstractHint")}
            lang={locale}
            rows={8}
            text={session?.abstract ?? ""}
            preview={t("preview")}
            empty={t("previewEmpty")}
          />
        </div>
        <div className="border-t border-line bg-paper py-4 wide:sticky wide:bottom-0 wide:-mx-8 wide:px-8">
          <LiveClashes
            saved={session}
            initial={initial}
            others={others}
            frame={frame}
            names={names}
            timeZone={timeZone}
          />
          <FormButtons save={t(session ? "save" : "add")} back={back} className="" />
        </div>
      </Form>
    </EditorWords>
  );
}
