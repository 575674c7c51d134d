import { z } from "zod";
import { CODE_LENGTH, readCode } from "./rules";

/** RFC 5321 4.5.3.1.3: a path of 256 octets, less its angle brackets. */
const LONGEST = 254;
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/i;
// An @ as other scripts draw it (full width, small). Normalisation would make it a real one, and the address
// another than the person sees.
const OTHER_AT = /[\uFF20\uFE6B]/;

/** Why a text is no address a mail can be sent to, as a key under "errors"; undefined when it is one. */
function wrong(address: string): string | undefined {
  if (address === "") return "address-missing";
  if (/[\r\n\u0085\u2028\u2029]/.test(address)) return "address-lines";
  if (/[,;]/.test(address)) return "address-list";
  if (OTHER_AT.test(address)) return "address-lookalike-at";
  if (/\s/.test(address)) return "address-blank";
  if (address.length > LONGEST) return "address-too-long";
  if ((address.match(/@/g) ?? []).length > 1) return "address-several-at";
  if (!address.includes("@")) return "address-no-at";
  // Letters of other scripts can look like Latin ones; a mail would reach someone else than the one seen.
  if (/[^\x20-\x7e]/.test(address)) return "address-foreign-letters";
  const [local = "", domain = ""] = address.split("@");
  if (local.length > 64) return "address-too-long";
  if (!LOCAL.test(local) || !DOMAIN.test(domain)) return "email";
}

/** One e-mail address, in lower case and without blanks around it. */
export const Address = z
  .string({ error: "address-missing" })
  // Blanks around it come from copying; a line end inside never does.
  .transform((typed) => typed.replace(/^[ \t\u00a0]+|[ \t\u00a0]+$/g, ""))
  .superRefine((address, context) => {
    const message = wrong(address);
    if (message) context.addIssue({ code: "custom", message });
  })
  // Only now: the small letter of the Kelvin sign is an ordinary k.
  .transform((address) => address.toLowerCase());

export const AskInput = z.object({ email: Address });

/** A code as a person types it; one that cannot be a code is not counted as a wrong one. */
export const CodeInput = z.object({
  code: z
    .string()
    .trim()
    .min(1, "required")
    .max(100, "code-shape")
    .refine((typed) => typed === "" || readCode(typed).length === CODE_LENGTH, "code-shape"),
});
