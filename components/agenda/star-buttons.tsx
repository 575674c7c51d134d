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
  useEffect(() => {
    const made: HTMLElement[] = [];
    for (const item of cards()) {
      const card = item.querySelector(".session-card");
      if (!card || card.querySelector(".star")) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "star";
      const title = card.querySelector("a")?.textContent ?? "";
      button.setAttribute("aria-label", words.star.replace("{title}", title));
      button.addEventListener("click", () => toggleStar(conference, item.dataset.id ?? ""));
      card.append(button);
      made.push(button);
    }
    return () => {
      for (const button of made) button.remove();
    };
  }, [conference, words]);
  useEffect(() => {
    for (const item of cards()) {
      const id = item.dataset.id ?? "";
      const starred = marks.stars.has(id);
      item.toggleAttribute("data-mine", starred || id in marks.seats);
      item.querySelector(".star")?.setAttribute("aria-pressed", String(starred));
    }
    document.dispatchEvent(new Event("openfloor:marks"));
  }, [marks]);
  return (
    <p role="status" className={marks.failed ? "star-failed" : undefined}>
      {marks.failed ? words.failed : null}
    </p>
  );
}
