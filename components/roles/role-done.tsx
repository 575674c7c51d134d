import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";

const known = ["given", "taken", "already", "mail-again"] as const;

/** After a form led here: what became of the role. `done` comes from the address, so only known words count. */
export async function RoleDone({ done }: { done: string | string[] | undefined }) {
  const word = known.find((each) => each === done);
  if (!word) return null;
  const t = await getTranslations("desk.roles.done");
  return (
    <div className="mb-5">
      <Notice tone={word === "already" ? "info" : "ok"} title={t(word)} live />
    </div>
  );
}
