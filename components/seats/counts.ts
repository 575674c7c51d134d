import type { SeatCounts } from "@/lib/seats/rules";

type Tell = (counts: SeatCounts) => void;
const EVERY = 8000;

/** The parts of a page that show seats ask together. */
class Asking {
  private readonly listeners = new Set<Tell>();
  private last: SeatCounts | undefined;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(readonly conference: string) {}

  private ask = async () => {
    if (document.visibilityState === "hidden") return;
    const answer = await fetch(`/api/seats/${this.conference}`).catch(() => undefined);
    if (!answer?.ok) return;
    const counts: SeatCounts = await answer.json();
    this.last = counts;
    for (const tell of this.listeners) tell(counts);
  };

  add(tell: Tell) {
    this.listeners.add(tell);
    if (this.listeners.size > 1) return this.last && tell(this.last);
    void this.ask();
    this.timer = setInterval(this.ask, EVERY);
    document.addEventListener("visibilitychange", this.ask);
  }

  remove(tell: Tell) {
    this.listeners.delete(tell);
    if (this.listeners.size > 0) return;
    clearInterval(this.timer);
    document.removeEventListener("visibilitychange", this.ask);
  }
}

const asking = new Map<string, Asking>();

/** Tells how many seats are left, now and while the page is seen. Answers what ends that. */
export function onSeatCounts(conference: string, tell: Tell): () => void {
  const one = asking.get(conference) ?? new Asking(conference);
  asking.set(conference, one);
  one.add(tell);
  return () => one.remove(tell);
}
