import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";

const known = ["added", "saved", "removed", "returned", "cancelled", "reinstated"] as const;

/** After a form of the draft led here. `done` comes from the address, so only known words count. */
export async function ProgrammeDone({ done }: { done: string | string[] | undefined }) {
  const word = known.find((each) => each === done);
  if (!word) return null;
  const t = await getTranslations("desk.programme.done");
  return (
    <div className="mb-5">
      <Notice tone="ok" title={t(word)} live />
    </div>
  );
}
