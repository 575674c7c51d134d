import {
  addressOf,
  choiceIn,
  type Filter,
  filterNames,
  noFilter,
  type SearchIndex,
} from "@/lib/programme-filter/rules";
import { type Item, learn, show } from "./programme-items";

type Parts = {
  root: HTMLElement;
  controls: HTMLElement;
  items: Item[];
  openingDay: string;
  index: string;
  /** The sentence for so many sessions on the chosen day and on the others. */
  say: (here: number, elsewhere: number) => string;
};

/** How long the reader may go on typing before the address is written anew. */
const PAUSE = 300;
/** What is chosen from lists. */
const picks = ["topic", "kind", "room", "speaker"] as const;

/** Listens to days, filters and search, and keeps the choice in the address. Answers what ends it. */
export function startFilters({ root, controls, items, openingDay, index, say }: Parts): () => void {
  const form = controls.querySelector("form");
  const status = controls.querySelector("[role=status]");
  const tabs = [...controls.querySelectorAll<HTMLAnchorElement>("[data-to]")];
  if (!form || !status) return () => undefined;
  const ending = new AbortController();
  const { signal } = ending;
  const field = (name: keyof Filter) => {
    const found = form.elements.namedItem(name);
    return found instanceof HTMLInputElement || found instanceof HTMLSelectElement ? found : undefined;
  };
  const offered = (name: keyof Filter, value: string) => {
    const select = field(name);
    // Who speaks is known only with the index; until then the address is believed.
    if (name === "speaker" && !indexed) return true;
    if (name === "mine") return value === "1";
    return select instanceof HTMLSelectElement && [...select.options].some((one) => one.value === value);
  };
  const more = form.querySelector("details");
  let filter = noFilter;
  let day = openingDay;
  let indexed = false;
  let typing: ReturnType<typeof setTimeout> | undefined;
  let fitting = new Map<string, number>();

  const draw = () => {
    const filtered = filterNames.some((name) => filter[name].trim() !== "");
    root.dataset.shown = day;
    for (const tab of tabs) {
      const own = tab.dataset.to ?? "";
      if (own === day) tab.setAttribute("aria-current", "true");
      else tab.removeAttribute("aria-current");
      if (filtered) tab.dataset.count = String(fitting.get(own) ?? 0);
      else delete tab.dataset.count;
    }
    for (const chip of form.querySelectorAll<HTMLButtonElement>(".chips button"))
      chip.setAttribute("aria-pressed", String(chip.value === filter.topic));
    const clear = form.querySelector<HTMLButtonElement>("[type=reset]");
    if (clear) clear.hidden = !filtered;
    const chosen = picks.filter((name) => filter[name] !== "").length;
    const summary = more?.querySelector("summary");
    if (summary && chosen > 0) summary.dataset.count = String(chosen);
    else delete summary?.dataset.count;
    const here = fitting.get(day) ?? 0;
    const all = [...fitting.values()].reduce((sum, count) => sum + count, 0);
    const sentence = say(here, filtered ? all - here : 0);
    if (status.textContent !== sentence) status.textContent = sentence;
  };
  /** A walk over all sessions, which another day does not need. */
  const sift = () => {
    fitting = show(root, items, filter);
    draw();
  };
  const write = (how: "pushState" | "replaceState") => {
    history[how](null, "", addressOf(filter, day, openingDay) || location.pathname);
  };
  const read = () => {
    filter = choiceIn(location.search, offered);
    for (const name of filterNames) {
      const input = field(name);
      if (name === "mine" && input instanceof HTMLInputElement) input.checked = filter.mine !== "";
      else if (input) input.value = filter[name];
    }
    const asked = new URLSearchParams(location.search).get("day");
    day = tabs.some((tab) => tab.dataset.to === asked) && asked ? asked : openingDay;
    if (filter.q || filter.speaker) void load();
    if (more && picks.some((name) => filter[name] !== "")) more.open = true;
    sift();
  };
  const choose = (next: Partial<Filter>) => {
    filter = { ...filter, ...next };
    write("pushState");
    sift();
  };
  let loading: Promise<void> | undefined;
  const load = () => {
    loading ??= fetch(index, { signal })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
      .then((found: SearchIndex) => {
        learn(items, found);
        offerSpeakers(form, found);
        indexed = true;
        // Not read from the address anew: what is being typed is not there yet.
        if (!offered("speaker", filter.speaker)) filter = { ...filter, speaker: "" };
        const speaker = field("speaker");
        if (speaker) speaker.value = filter.speaker;
        sift();
      })
      // Without the index everything stays in; the next touch asks again.
      .catch(() => {
        loading = undefined;
      });
    return loading;
  };

  for (const tab of tabs)
    tab.addEventListener(
      "click",
      (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        day = tab.dataset.to ?? day;
        write("pushState");
        draw();
      },
      { signal },
    );
  form.addEventListener("focusin", () => void load(), { signal });
  form.addEventListener("submit", (event) => event.preventDefault(), { signal });
  form.addEventListener("reset", () => choose(noFilter), { signal });
  form.addEventListener(
    "click",
    ({ target }) => {
      const chip = target instanceof Element ? target.closest<HTMLButtonElement>(".chips button") : null;
      const select = field("topic");
      if (!chip || !select) return;
      select.value = chip.value;
      choose({ topic: chip.value });
    },
    { signal },
  );
  form.addEventListener(
    "input",
    ({ target }) => {
      if (target instanceof HTMLSelectElement) return choose({ [target.name]: target.value });
      if (!(target instanceof HTMLInputElement)) return;
      if (target.name === "mine") return choose({ mine: target.checked ? "1" : "" });
      filter = { ...filter, q: target.value };
      sift();
      clearTimeout(typing);
      typing = setTimeout(() => write("replaceState"), PAUSE);
    },
    { signal },
  );
  // Turned or widened, the screen has room for the lists and no word to open them.
  const widened = ({ matches }: MediaQueryListEvent) => {
    if (more && matches) more.open = true;
  };
  matchMedia("(width >= 900px)").addEventListener("change", widened, { signal });
  addEventListener("popstate", read, { signal });
  // What is the reader's is known a moment later than the rest, and changes with each star.
  document.addEventListener("openfloor:marks", () => filter.mine !== "" && sift(), { signal });
  // Who typed before this was here is not made to type again.
  const typed = field("q")?.value ?? "";
  read();
  if (typed && filter.q === "") {
    filter = { ...filter, q: typed };
    const search = field("q");
    if (search) search.value = typed;
    void load();
    write("replaceState");
    sift();
  }
  const idle = setTimeout(() => void load(), 2000);
  return () => {
    ending.abort();
    clearTimeout(idle);
    clearTimeout(typing);
  };
}

/** Fills the list of speakers, which is not in the page: hundreds of names that few readers open. */
function offerSpeakers(form: HTMLFormElement, { speakers }: SearchIndex) {
  const select = form.querySelector<HTMLSelectElement>("select[name=speaker]");
  if (!select || speakers.length === 0 || select.options.length > 1) return;
  select.append(...speakers.map(({ slug, name }) => new Option(name, slug)));
}
