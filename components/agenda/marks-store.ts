import { useSyncExternalStore } from "react";
import { MINE_CHANGED } from "@/lib/agenda/rules";
import { type Marks, starsKey } from "@/lib/stars/rules";
import { deviceStars, keepDeviceStars, mergeDeviceStars, sendStars } from "./device-stars";

export type Marked = {
  /** Ids of sessions. */
  stars: ReadonlySet<string>;
  seats: Marks["seats"];
  /** Ids of the sessions that the reader hosts. */
  hosts: ReadonlySet<string>;
  /** With an account the marks are there, without one on this device; undefined until that is known. */
  account?: boolean;
  /** The last press could not be kept. */
  failed: boolean;
};

const nothing: Marked = { stars: new Set(), seats: {}, hosts: new Set(), failed: false };

/** What is marked at one conference, for every part of a page that shows it. */
class Store {
  state = nothing;
  private readonly listeners = new Set<() => void>();
  private line: Promise<void> | undefined;
  private waiting = 0;

  constructor(readonly conference: string) {}

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    if (!this.line) this.line = this.load();
    return () => this.listeners.delete(listener);
  };

  private set(change: Partial<Marked>) {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  private take({ stars, seats, hosts }: Marks) {
    this.set({ stars: new Set(stars), seats, hosts: new Set(hosts), account: true });
  }

  private onDevice() {
    const stars = new Set(deviceStars(this.conference));
    this.set({ ...nothing, stars, account: false });
  }

  private async load() {
    addEventListener("storage", ({ key }) => {
      if (key === starsKey(this.conference) && this.state.account === false) this.onDevice();
    });
    // Without the hint nobody is signed in here, and nothing needs asking.
    if (!document.cookie.includes("openfloor.hint=1")) return this.onDevice();
    try {
      const marks = await (mergeDeviceStars(this.conference) ?? this.ask());
      if (marks) this.take(marks);
      else this.onDevice();
    } catch {
      this.onDevice();
    }
  }

  private async ask(): Promise<Marks | null> {
    const response = await fetch(`/api/agenda/${this.conference}`);
    return response.status === 200 ? response.json() : null;
  }

  /** After a press on a panel of seats. */
  seat = (id: string, state: "booked" | "waiting" | null) => {
    const { [id]: _, ...others } = this.state.seats;
    this.set({ seats: state ? { ...others, [id]: state } : others });
    document.dispatchEvent(new Event(MINE_CHANGED));
  };

  /** Marks or unmarks at once, and takes it back when it cannot be kept. Presses are sent in their order. */
  toggle = (id: string) => {
    const on = !this.state.stars.has(id);
    this.mark(id, on);
    this.waiting += 1;
    this.line = (this.line ?? Promise.resolve()).then(() => this.keep(id, on));
  };

  private mark(id: string, on: boolean) {
    const stars = new Set(this.state.stars);
    if (on) stars.add(id);
    else stars.delete(id);
    this.set({ stars, failed: false });
  }

  private async keep(id: string, on: boolean) {
    this.waiting -= 1;
    // The first answer may have come after the press.
    if (this.state.stars.has(id) !== on && this.waiting === 0) this.mark(id, on);
    try {
      const change = on ? { add: [id] } : { remove: [id] };
      const marks = this.state.account ? await sendStars(this.conference, change) : null;
      // An answer that does not know of the presses after it would make them flicker.
      if (marks && this.waiting === 0) this.take(marks);
      if (marks) return void document.dispatchEvent(new Event(MINE_CHANGED));
      const kept = deviceStars(this.conference).filter((one) => one !== id);
      keepDeviceStars(this.conference, on ? [...kept, id] : kept);
      if (this.state.account) this.onDevice();
    } catch {
      this.mark(id, !on);
      this.set({ failed: true });
    }
  }
}

const stores = new Map<string, Store>();

function storeOf(conference: string): Store {
  const store = stores.get(conference) ?? new Store(conference);
  stores.set(conference, store);
  return store;
}

/** What is the reader's at a conference; asked for once, however many parts of the page want to know. */
export function useMarks(conference: string): Marked {
  const store = storeOf(conference);
  return useSyncExternalStore(
    store.subscribe,
    () => store.state,
    () => nothing,
  );
}

export const toggleStar = (conference: string, id: string) => storeOf(conference).toggle(id);

export const setSeat = (conference: string, id: string, state: "booked" | "waiting" | null) =>
  storeOf(conference).seat(id, state);
