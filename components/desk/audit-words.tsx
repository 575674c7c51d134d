import { useTranslations } from "next-intl";
import type { AuditEntry } from "@/lib/audit/queries";
import type { RegistrationState } from "@/lib/registration-states/rules";
import { registrationStates } from "@/lib/registration-states/rules";

const isState = (value: unknown): value is RegistrationState =>
  registrationStates.some((state) => state === value);

/** What was done, in words; a verb that has none yet is shown as the log keeps it. */
export function AuditWords({ entry }: { entry: Pick<AuditEntry, "action" | "detail"> }) {
  const t = useTranslations("desk.audit");
  const states = useTranslations("desk.states");
  const key = `actions.${entry.action}` as Parameters<typeof t>[0];
  const { from, to } = entry.detail;
  const changed = changedWords(entry.detail, t);
  return (
    <>
      {t.has(key) ? t(key) : <code className="text-[13px]">{entry.action}</code>}
      {isState(to) ? (
        <span className="text-ink-2">
          {" "}
          {isState(from) ? t("fromTo", { from: states(from), to: states(to) }) : t("to", { to: states(to) })}
        </span>
      ) : null}
      {changed.length > 0 ? <span className="text-ink-2"> ({changed.join(", ")})</span> : null}
    </>
  );
}

type Words = ReturnType<typeof useTranslations<"desk.audit">>;

/** Which fields an entry names, and how many answers; never what stood in them. */
function changedWords({ fields, answers }: AuditEntry["detail"], t: Words): string[] {
  const names = (Array.isArray(fields) ? fields : []).map((field) => {
    const key = `fields.${field}` as Parameters<Words>[0];
    return t.has(key) ? t(key) : String(field);
  });
  return typeof answers === "number" ? [...names, t("answers", { count: answers })] : names;
}

/** Who did it. The log keeps a number; the name is there as long as the person is. */
export function AuditActor({
  entry,
}: {
  entry: Pick<AuditEntry, "actorNumber" | "actorEmail" | "actorGivenName" | "actorFamilyName">;
}) {
  const t = useTranslations("desk.audit");
  if (entry.actorNumber === null) return <>{t("portal")}</>;
  if (!entry.actorEmail) return <>{t("erased", { number: String(entry.actorNumber) })}</>;
  const name = [entry.actorGivenName, entry.actorFamilyName].filter(Boolean).join(" ");
  return <>{name || entry.actorEmail}</>;
}

/** Whom or what it was done to, where there is a name for it. */
export function AuditSubject({
  entry: { subject, subjectId, subjectName, actorNumber },
  registrations,
}: {
  entry: Pick<AuditEntry, "subject" | "subjectId" | "subjectName" | "actorNumber">;
  registrations: string | undefined;
}) {
  const t = useTranslations("desk.audit");
  if (subjectName && subject !== "person" && registrations)
    return (
      <>
        {": "}
        <a className="link reach" href={`${registrations}/${subjectId}`}>
          {subjectName}
        </a>
      </>
    );
  // What someone did to their own account needs no second name.
  if (subject !== "person" || !subjectId || subjectId === String(actorNumber)) return null;
  return <>: {subjectName ?? t("erased", { number: subjectId })}</>;
}
