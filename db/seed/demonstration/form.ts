import type { Transaction } from "../../client";
import {
  consents,
  type consentVersions,
  consentVersions as consentVersionsTable,
  invitations,
  participantTypes,
  questions,
} from "../../schema";
import { consentWordings, typeSettings } from "./form-facts";
import { questionFacts } from "./questions";
import { inBucharest } from "./time";

export type Form = Awaited<ReturnType<typeof addForm>>;
type ConsentVersion = Pick<typeof consentVersions.$inferSelect, "id">;

/** What the registration form asks: types, questions, consents; and the codes that reserve places. */
export async function addForm(tx: Transaction, conferenceId: string) {
  const typeRows = await tx
    .insert(participantTypes)
    .values(typeSettings.map((type, position) => ({ conferenceId, position, ...type })))
    .returning({ id: participantTypes.id, name: participantTypes.name });
  const typeId = new Map(typeRows.map(({ id, name }) => [name.en ?? "", id]));

  const asked = questionFacts((name) => at(typeId, name));
  const questionRows = await tx
    .insert(questions)
    .values(asked.map(({ key: _, ...question }, position) => ({ conferenceId, position, ...question })))
    .returning({ id: questions.id, position: questions.position });
  const questionId = new Map(questionRows.map(({ id, position }) => [asked[position]?.key ?? "", id]));

  const consentRows = await tx
    .insert(consents)
    .values(consentWordings.map(({ required }, position) => ({ conferenceId, required, position })))
    .returning({ id: consents.id, position: consents.position });
  const versionOf = new Map<string, ConsentVersion["id"]>();
  for (const { id, position } of consentRows) {
    const consent = consentWordings[position];
    if (!consent) continue;
    const [version] = await tx
      .insert(consentVersionsTable)
      .values({ consentId: id, version: 1, wording: consent.wording })
      .returning({ id: consentVersionsTable.id });
    if (version) versionOf.set(consent.key, version.id);
  }

  // Every place of a valid code is used: what the codes reserve would otherwise count as taken.
  const codes = await tx
    .insert(invitations)
    .values([
      {
        conferenceId,
        code: "SPEAKERS-2019",
        label: "Speakers and moderators",
        places: INVITED,
        expiresAt: inBucharest("2019-04-24T23:59"),
      },
      {
        conferenceId,
        code: "ROMANIA-HOSTS",
        label: "Romanian clusters of the side event",
        typeId: at(typeId, "Cluster organisation"),
        places: 20,
        expiresAt: inBucharest("2019-03-10T23:59"),
      },
    ])
    .returning({ id: invitations.id, code: invitations.code });
  const invitationId = new Map(codes.map(({ id, code }) => [code, id]));

  return {
    type: (name: string) => at(typeId, name),
    question: (key: string) => at(questionId, key),
    consent: (key: string) => at(versionOf, key),
    invitation: (code: string) => at(invitationId, code),
  };
}

/** The places of SPEAKERS-2019, all of them used. */
export const INVITED = 11;

function at(ids: Map<string, string>, name: string): string {
  const id = ids.get(name);
  if (!id) throw new Error(`the form of the demonstration has nothing called "${name}"`);
  return id;
}
