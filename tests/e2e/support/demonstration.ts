import { connect } from "@/db/client";
import { migrate } from "@/db/migrate";
import { loadDemonstration } from "@/db/seed/demonstration";
import { demonstrationTools } from "@/lib/demonstration";
import { drawTicketCode } from "@/lib/tickets/mutations";

// A process of its own, because it runs as `npm start` does: the loader of the stories is another one.
const url = process.env.DATABASE_URL;
if (!url) throw new Error("DATABASE_URL is missing");
await migrate(url);
const { db, sql } = connect(url, 4);
await loadDemonstration(db, demonstrationTools(drawTicketCode));
await sql.end({ timeout: 5 });
