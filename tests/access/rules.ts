/** Who may open a page, call a route handler or an action. */
export const rules = [
  "everyone",
  "person",
  "participant",
  "staff",
  "organiser",
  "owner",
  "bearer",
  "nobody",
] as const;
/**
 * everyone: no account needed. person: signed in. participant: registered at this conference. staff: staff,
 * organiser or owner. bearer: whoever has a token of that request (sign-in); decides by itself. nobody: it only
 * says that there is nothing.
 */
export type Rule = (typeof rules)[number];

/** The roles with which the table is walked. `stranger` organises another conference and has no part in this one. */
export const roles = [
  "visitor",
  "newcomer",
  "participant",
  "host",
  "staff",
  "stranger",
  "organiser",
  "owner",
] as const;
export type Role = (typeof roles)[number];

const allowed: Record<Rule, readonly Role[]> = {
  everyone: roles,
  bearer: roles,
  person: roles.filter((role) => role !== "visitor"),
  participant: ["participant"],
  staff: ["staff", "organiser", "owner"],
  organiser: ["organiser", "owner"],
  owner: ["owner"],
  nobody: [],
};

export const may = (role: Role, rule: Rule) => allowed[rule].includes(role);
