/** "IM" for Ioana Marin; the first letters of the address when there is no name. */
export function initials({
  givenName,
  familyName,
  email,
}: {
  givenName: string | null;
  familyName: string | null;
  email: string;
}): string {
  const letters = [givenName, familyName].map((name) => [...(name ?? "").trim()][0] ?? "").join("");
  return (letters || email.slice(0, 2)).toLocaleUpperCase();
}
