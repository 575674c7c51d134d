import type { Database } from "@/db/client";
import type { Organiser } from "@/lib/auth/actors";
import { listNames, stateOf, takenOf } from "@/lib/publishing/queries";
import { put, type Source, stand } from "@/lib/release-steps/mutations";
import type { Difference } from "@/lib/releases/rules";
import { ok, type Result } from "@/lib/result";
import type { SeatEffect } from "@/lib/seats/rules";

class Undone extends Error {
  constructor(readonly preview: Preview) {
    super();
  }
}

/** What publishing would do, by doing it in a transaction that is rolled back. */
export async function previewPublishing(
  db: Database,
  organiser: Organiser,
  source: Source,
): Promise<Result<Preview>> {
  try {
    return await db.transaction(async (tx) => {
      const { conference, standing } = await stand(tx, organiser, source);
      if (!standing.ok) return standing;
      const { content, current } = standing.data;
      const { effects, ...made } = await put(tx, organiser, conference, standing.data, {
        name: "?",
        note: "",
      });
      const registrationIds = [...new Set(effects.map(({ registrationId }) => registrationId))];
      throw new Undone({
        seen: `${stateOf(content, current.number)}.${takenOf(effects)}`,
        difference: made.difference,
        effects,
        mails: made.told.size,
        names: await listNames(tx, conference, registrationIds),
        titles: new Map(
          [...current.content.sessions, ...content.sessions].map(({ id, title }) => [id, title]),
        ),
      });
    });
  } catch (error) {
    if (error instanceof Undone) return ok(error.preview);
    throw error;
  }
}

export type Preview = {
  seen: string;
  difference: Difference;
  effects: SeatEffect[];
  mails: number;
  /** By registration. */
  names: Map<string, string>;
  /** By session. */
  titles: Map<string, string>;
};
