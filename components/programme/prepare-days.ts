/**
 * Lays out the days that are not shown while there is nothing else to do: on a wide screen they keep their layout
 * (first-day.tsx), so a change of day only paints. Answers what ends it.
 */
export function prepareDays(root: HTMLElement): () => void {
  if (!("requestIdleCallback" in window) || !matchMedia("(width >= 900px)").matches) return () => undefined;
  const days = [...root.querySelectorAll(".timetable")];
  const prepare = () => {
    // Who asks for its size has it laid out.
    days.shift()?.getBoundingClientRect();
    if (days.length > 0) idle = requestIdleCallback(prepare);
  };
  let idle = requestIdleCallback(prepare);
  return () => cancelIdleCallback(idle);
}
