import { type Marks, readStars, starsKey } from "@/lib/stars/rules";

/** The stars that this browser keeps for someone who is not signed in. A browser may forbid keeping anything. */
export function deviceStars(conference: string): string[] {
  try {
    return readStars(localStorage.getItem(starsKey(conference)));
  } catch {
    return [];
  }
}

export function keepDeviceStars(conference: string, stars: string[]) {
  try {
    if (stars.length > 0) localStorage.setItem(starsKey(conference), JSON.stringify(stars));
    else localStorage.removeItem(starsKey(conference));
  } catch {
    // The star holds as long as the page; there is nothing that the reader could do about it.
  }
}

/** Sends presses to the account. Answers what is marked then, or null when nobody is signed in; throws when it failed. */
export async function sendStars(
  conference: string,
  change: { add?: string[]; remove?: string[] },
): Promise<Marks | null> {
  const response = await fetch(`/api/stars/${conference}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(change),
    keepalive: true,
  });
  if (response.status === 401) return null;
  if (!response.ok) throw new Error(`/api/stars answered ${response.status}`);
  return response.json();
}

const merging = new Map<string, Promise<Marks | null>>();

/** Once signed in: hands the stars of this browser over to the account, and forgets them here. */
export function mergeDeviceStars(conference: string): Promise<Marks | null> | undefined {
  const running = merging.get(conference);
  if (running) return running;
  const add = deviceStars(conference);
  if (add.length === 0) return undefined;
  const sending = sendStars(conference, { add })
    .then((marks) => {
      if (marks) keepDeviceStars(conference, []);
      return marks;
    })
    .finally(() => merging.delete(conference));
  merging.set(conference, sending);
  return sending;
}
