"use client";

import { ButtonLink } from "@/components/ui/button";
import { useMarks } from "./marks-store";

type Props = { conference: string; session: string; href: string; label: string };

/** For those who host the session, on its page, which is the same for everyone. */
export function HostLink({ conference, session, href, label }: Props) {
  const { hosts } = useMarks(conference);
  if (!hosts.has(session)) return null;
  return (
    <ButtonLink look="secondary" href={href} className="mt-2.5 w-full print:hidden">
      {label}
    </ButtonLink>
  );
}
