import { diffLines, diffWordsWithSpace } from "diff";
import { getTranslations } from "next-intl/server";

type Row = { key: string; kind: "same" | "removed" | "added"; text: string; other?: string };

/** Line by line what went and what came; a line that was changed comes with the line it replaces. */
function rowsOf(before: string, after: string): Row[] {
  const chunks = diffLines(before, after);
  return chunks.map((chunk, index) => {
    const next = chunks[index + 1];
    const previous = chunks[index - 1];
    const other =
      chunk.removed && next?.added
        ? next.value
        : chunk.added && previous?.removed
          ? previous.value
          : undefined;
    const kind = chunk.removed ? "removed" : chunk.added ? "added" : "same";
    return { key: `${index} ${kind}`, kind, text: chunk.value, other };
  });
}

const box = { same: "", removed: "bg-bad-wash", added: "bg-ok-wash" } as const;
const sign = { same: "", removed: "−", added: "+" } as const;
// Of what stayed the same only the edges are shown: they say where one is.
const EDGE = 3;

function Words({ row }: { row: Row }) {
  if (row.other === undefined) return row.text;
  const [from, to] = row.kind === "removed" ? [row.text, row.other] : [row.other, row.text];
  let at = 0;
  return diffWordsWithSpace(from, to)
    .filter((part) => (row.kind === "removed" ? !part.added : !part.removed))
    .map((part) => {
      at += part.value.length;
      const changed = part.added || part.removed;
      return changed ? (
        <strong key={at} className={row.kind === "removed" ? "text-bad" : "text-ok"}>
          {part.value}
        </strong>
      ) : (
        part.value
      );
    });
}

export async function TextDifference({ before, after }: { before: string; after: string }) {
  const t = await getTranslations("desk.texts.difference");
  const rows = rowsOf(`${before}\n`, `${after}\n`);
  if (rows.every(({ kind }) => kind === "same")) return <p className="text-ink-2">{t("none")}</p>;
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface text-[15px]">
      {rows.map((row) => {
        const lines = row.text.replace(/\n$/, "").split("\n");
        const hidden = row.kind === "same" ? lines.length - 2 * EDGE : 0;
        return (
          <div key={row.key} className={`grid grid-cols-[2rem_minmax(0,1fr)] ${box[row.kind]}`}>
            <span className="pt-2 text-center font-semibold text-ink-2" aria-hidden="true">
              {sign[row.kind]}
            </span>
            <div className="py-2 pr-3 whitespace-pre-wrap [overflow-wrap:anywhere]">
              {row.kind === "same" ? null : <span className="sr-only">{t(row.kind)}: </span>}
              {hidden > 1 ? (
                <>
                  {lines.slice(0, EDGE).join("\n")}
                  <span className="block py-1 text-sm text-ink-3">{t("same", { count: hidden })}</span>
                  {lines.slice(-EDGE).join("\n")}
                </>
              ) : (
                <Words row={{ ...row, text: lines.join("\n") }} />
              )}
            </div>
          </div>
        );
      })}
    </div>
  );
}
