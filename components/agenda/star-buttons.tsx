"use client";

import { useEffect } from "react";
import { toggleStar, useMarks } from "./marks-store";

type Props = {
  conference: string;
  /** `star` has "{title}" where the session's title stands. */
  words: { star: string; failed: string };
};

const cards = () => document.querySelectorAll<HTMLElement>("[data-id]");

/**
 * A star on every card that says which session it is (data-id), and gold on those that are the reader's. One
 * component for all of them: five hundred sessions cost five hundred small elements and no rendering. They are
 * made here because without JavaScript, or without an account and a place to keep them, a star could do nothing.
 */
export function StarButtons({ conference, words }: Props) {
  const marks = useMarks(conference);
  // Also when the server sends the page anew, after a press of another button: cards may have come with it.
  useEffect(() => {
    for (const item of cards()) {
      const id = item.dataset.id ?? "";
      const starred = marks.stars.has(id);
      item.toggleAttribute("data-mine", starred || id in marks.seats);
      const button = item.querySelector(".star") ?? makeStar(item, conference, words.star);
      button?.setAttribute("aria-pressed", String(starred));
    }
    document.dispatchEvent(new Event("openfloor:marks"));
  }, [conference, words, marks]);
  useEffect(
    () => () => {
      for (const button of document.querySelectorAll(".star")) button.remove();
    },
    [],
  );
  return (
    <p role="status" className={marks.failed ? "star-failed" : undefined}>
      {marks.failed ? words.failed : null}
    </p>
  );
}

function makeStar(item: HTMLElement, conference: string, label: string): Element | undefined {
  const card = item.querySelector(".session-card");
  if (!card) return undefined;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "star";
  button.setAttribute("aria-label", label.replace("{title}", card.querySelector("a")?.textContent ?? ""));
  button.addEventListener("click", () => toggleStar(conference, item.dataset.id ?? ""));
  card.append(button);
  return button;
}
