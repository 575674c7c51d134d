/** Numbers that are the same in every run, so that every installation shows the same people. */
export type Random = {
  /** 0 inclusive to 1 exclusive. */
  unit: () => number;
  /** An integer from `from` to `to`, both included. */
  between: (from: number, to: number) => number;
  chance: (probability: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
  /** One of the keys, each as often as its weight says. */
  weighted: <K extends string>(weights: Record<K, number>) => K;
  /** `count` different items of the list, in a drawn order. */
  sample: <T>(list: readonly T[], count: number) => T[];
};

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty for a list of people. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const unit = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number) => from + Math.floor(unit() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => {
    const drawn = list[between(0, list.length - 1)];
    if (drawn === undefined) throw new Error("nothing can be picked from an empty list");
    return drawn;
  };
  return {
    unit,
    between,
    pick,
    chance: (probability) => unit() < probability,
    weighted: <K extends string>(weights: Record<K, number>) => {
      const entries = Object.entries(weights) as [K, number][];
      let left = unit() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      return pick(entries)[0];
    },
    sample: (list, count) => {
      const rest = [...list];
      return Array.from({ length: Math.min(count, rest.length) }, () => {
        const [drawn] = rest.splice(between(0, rest.length - 1), 1);
        if (drawn === undefined) throw new Error("the list has run out");
        return drawn;
      });
    },
  };
}
