export type Option = { value: string; label: string; colour?: number };

type Props = {
  name: string;
  options: Option[];
  chosen: string;
  words: { label: string; all: string };
  /** From 900 px as a row of buttons; below, and otherwise, as a list to choose from. */
  asButtons: boolean;
  choose: (value: string) => void;
};

const chip =
  "flex min-h-10 cursor-pointer items-center gap-1.5 rounded-lg border border-line-strong/60 bg-surface px-3 text-sm text-ink-2 hover:border-ink aria-pressed:border-action aria-pressed:bg-action-wash aria-pressed:font-semibold aria-pressed:text-action";

/** One thing to filter by. */
export function Choices({ name, options, chosen, words, asButtons, choose }: Props) {
  if (options.length < 2) return null;
  const every = [{ value: "", label: words.all }, ...options];
  return (
    <>
      {asButtons ? (
        <fieldset aria-label={words.label} className="hidden flex-wrap gap-2 wide:flex">
          {every.map(({ value, label, colour }: Option) => (
            <button
              key={value}
              type="button"
              aria-pressed={value === chosen}
              onClick={() => choose(value)}
              className={chip}
            >
              {colour ? (
                <span
                  aria-hidden="true"
                  data-topic={colour}
                  className="size-2 shrink-0 rounded-full bg-(--topic)"
                />
              ) : null}
              {label}
            </button>
          ))}
        </fieldset>
      ) : null}
      <label
        className={`min-w-0 flex-1 basis-36 text-[13px] text-ink-3 wide:flex-none ${asButtons ? "basis-full wide:hidden" : ""}`}
      >
        <span className="wide:sr-only">{words.label}</span>
        <select
          name={name}
          value={chosen}
          onChange={(event) => choose(event.target.value)}
          className="mt-0.5 block min-h-11 w-full rounded-lg border border-line-strong/60 bg-surface px-2.5 text-sm text-ink wide:min-h-10 wide:w-auto wide:max-w-56"
        >
          {every.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
