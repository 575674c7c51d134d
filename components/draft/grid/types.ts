import type { FormAction } from "@/components/ui/form";
import type { Frame } from "@/lib/clashes/rules";
import type { DraftSession } from "@/lib/sessions/rules";
import type { Names } from "../clash-list";

export type GridSession = Omit<DraftSession, "abstract"> & { colour: number | null };
export type GridRoom = { id: string; name: string; seats: number | null };
/** `midnight`: its first instant. `href`: the page that shows it. */
export type GridDay = { date: string; midnight: Date; label: string; href: string };

/** Where a session would go. */
export type Target = Pick<GridSession, "id" | "roomId" | "startsAt" | "endsAt">;

/** What every part of the grid needs. */
export type GridFacts = {
  slots: GridSession[];
  rooms: GridRoom[];
  frame: Frame;
  names: Names;
  programme: string;
  reader: string;
  timeZone: string;
};

export type Move = FormAction;
