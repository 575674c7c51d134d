import { wordForIds } from "@/lib/shown";

/** Into the form that confirms a change: how many would be changed, and who they are. */
export function ShownPeople({ people }: { people: { id: string }[] }) {
  return (
    <>
      <input type="hidden" name="expected" value={people.length} />
      <input type="hidden" name="shown" value={wordForIds(people.map(({ id }) => id))} />
    </>
  );
}
