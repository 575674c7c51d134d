import { getTranslations } from "next-intl/server";
import { formatInstant } from "@/lib/dates";
import type { Change } from "@/lib/releases/rules";

type Times = { startsAt: string; endsAt: string };

/** A change as a sentence, in the conference's time zone. */
export async function changeWords(reader: string, timeZone: string) {
  const t = await getTranslations("releases.difference");
  const kinds = await getTranslations("programme.kinds");
  const when = ({ startsAt, endsAt }: Times) => {
    const at = new Date(startsAt);
    return t("when", {
      day: formatInstant(at, "dayShort", reader, timeZone),
      from: formatInstant(at, "time", reader, timeZone),
      to: formatInstant(new Date(endsAt), "time", reader, timeZone),
    });
  };
  const seats = (count: number | null) => (count === null ? t("noBooking") : t("seatCount", { count }));
  const people = (came: string[], left: string[]) =>
    [
      came.length > 0 && t("came", { names: came.join(", ") }),
      left.length > 0 && t("left", { names: left.join(", ") }),
    ]
      .filter(Boolean)
      .join("; ") || t("reordered");
  return (change: Change): string => {
    switch (change.what) {
      case "moved":
        return t("moved", { from: when(change.from), to: when(change.to) });
      case "room":
        return t("room", { from: change.from ?? t("noRoom"), to: change.to ?? t("noRoom") });
      case "title":
        return t("title", { from: change.from });
      case "seats":
        return t("seats", { from: seats(change.from), to: seats(change.to) });
      case "kind":
        return t("kind", { from: kinds(change.from), to: kinds(change.to) });
      case "speakers":
      case "moderators":
        return t(change.what, { people: people(change.came, change.left) });
      default:
        return t(`plain.${change.what}`);
    }
  };
}
