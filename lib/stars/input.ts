import { z } from "zod";
import { MOST_STARS } from "./rules";

const sessions = z.array(z.uuid()).max(MOST_STARS).default([]);

/** What a press of a star sends, and what a browser sends that kept stars before it was signed in. */
export const StarsInput = z.object({ add: sessions, remove: sessions });
