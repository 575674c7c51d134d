import { env } from "@/lib/env";

const secure = () => env().BASE_URL.startsWith("https:");

/** Over https the prefix makes browsers refuse a cookie that another host or a script of http planted. */
const named = (name: string) => (secure() ? `__Host-openfloor.${name}` : `openfloor.${name}`);

export const sessionCookie = () => named("session");
/** Binds a sign-in request to the browser that asked. */
export const browserCookie = () => named("browser");
/** Says only "someone is signed in here", so that static pages know whether asking is worth it. Readable by scripts. */
export const hintCookie = "openfloor.hint";
/** The language chosen last. */
export const localeCookie = "openfloor.locale";

export const cookieOptions = () =>
  ({ httpOnly: true, sameSite: "lax", secure: secure(), path: "/" }) as const;
