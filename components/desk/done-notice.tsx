import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";

const known = ["added", "saved", "restored", "removed", "revoked"] as const;

/** After a form led here: that it is done. `done` comes from the address, so only known words count. */
export async function DoneNotice({ done }: { done: string | string[] | undefined }) {
  const word = known.find((each) => each === done);
  if (!word) return null;
  const t = await getTranslations("desk.form.done");
  return (
    <div className="mb-5">
      <Notice tone="ok" title={t(word)} live />
    </div>
  );
}
