import type { SeatCounts } from "@/lib/seats/rules";

const EVERY = 8000;

/** Asks how many seats are left, now and while the page is seen. Answers what ends that. */
export function onSeatCounts(conference: string, tell: (counts: SeatCounts) => void): () => void {
  const ask = async () => {
    if (document.visibilityState === "hidden") return;
    const answer = await fetch(`/api/seats/${conference}`).catch(() => undefined);
    if (answer?.ok) tell(await answer.json());
  };
  void ask();
  const timer = setInterval(ask, EVERY);
  document.addEventListener("visibilitychange", ask);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", ask);
  };
}
