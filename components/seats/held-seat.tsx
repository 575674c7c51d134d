"use client";

import { useMarks } from "@/components/agenda/marks-store";

type Props = { conference: string; session: string; href: string; label: string };

/** The way to a seat that someone booked before the session was opened to everyone. */
export function HeldSeat({ conference, session, href, label }: Props) {
  const { seats } = useMarks(conference);
  if (!seats[session]) return null;
  return (
    <p>
      <a href={href} className="link inline-flex min-h-11 items-center print:hidden">
        {label}
      </a>
    </p>
  );
}
