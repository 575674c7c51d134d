import { useTranslations } from "next-intl";
import { type Clash, clashKey } from "@/lib/clashes/rules";

/** What ids are called: sessions by title, speakers by name. */
export type Names = { sessions: Record<string, string>; speakers: Record<string, string> };

/** A clash as a sentence: what stands in the way. */
export function ClashWords({ clash, names }: { clash: Clash; names: Names }) {
  const t = useTranslations("desk.programme.clashes");
  switch (clash.kind) {
    case "room":
      return t("room", { other: names.sessions[clash.with] ?? "" });
    case "speaker":
    case "chair":
      return t(clash.kind, {
        who: names.speakers[clash.who] ?? "",
        other: names.sessions[clash.with] ?? "",
      });
    case "seats":
      return t("seats", { seats: clash.seats, roomSeats: clash.roomSeats });
    case "booked":
      return t("booked", { booked: clash.booked, lost: clash.booked - clash.seats });
    case "days":
    case "long":
      return t(clash.kind);
  }
}

export function ClashList({ clashes, names }: { clashes: Clash[]; names: Names }) {
  return (
    <ul className="grid gap-1 text-[15px] text-bad">
      {clashes.map((clash) => (
        <li key={clashKey(clash)} className="flex gap-2">
          <span aria-hidden="true" className="font-bold">
            !
          </span>
          <span className="min-w-0 [overflow-wrap:anywhere]">
            <ClashWords clash={clash} names={names} />
          </span>
        </li>
      ))}
    </ul>
  );
}
