import type { Topic } from "@/lib/programme/rules";

/** A topic in its colour: a dot and its name. */
export function TopicLabel({ topic, className = "" }: { topic: Topic; className?: string }) {
  return (
    <p data-topic={topic.colour} className={`topic-label ${className}`.trim()}>
      {topic.name}
    </p>
  );
}
