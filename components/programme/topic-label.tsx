import type { Topic } from "@/lib/programme/rules";

/** A topic in its colour: a dot and its name. */
export function TopicLabel({ topic, className = "" }: { topic: Topic; className?: string }) {
  return (
    <p
      data-topic={topic.colour}
      className={`flex items-baseline gap-1.5 text-xs font-semibold text-(--topic) ${className}`}
    >
      <span aria-hidden="true" className="size-2 shrink-0 rounded-full bg-(--topic)" />
      {topic.name}
    </p>
  );
}
