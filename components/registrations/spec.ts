import type { QuestionKind } from "@/lib/questions/rules";

/** The registration form in the reader's language, as the server hands it to the browser. */
export type FormSpec = {
  types: TypeSpec[];
  questions: QuestionSpec[];
  sensitive: QuestionSpec[];
  consents: { name: string; wording: string; lang: string; required: boolean }[];
  countries: { code: string; name: string }[];
};

export type TypeSpec = {
  id: string;
  name: string;
  /** Places left, approval, full: said before it is chosen. */
  note: string;
  /** What the button says when this type is chosen. */
  submit: string;
};

export type QuestionSpec = {
  /** The name of its errors; the field's own name may end in "[]". */
  key: string;
  name: string;
  kind: QuestionKind;
  label: string;
  help: string;
  lang: string;
  required: boolean;
  /** One that was removed is shown only to who has chosen it. */
  options: { value: string; label: string; removed?: boolean }[];
  /** Empty: asked of every type. */
  types: string[];
};

export type FormWords = Record<
  | "type"
  | "about"
  | "theirs"
  | "theirsEmpty"
  | "givenName"
  | "familyName"
  | "organisation"
  | "jobTitle"
  | "country"
  | "chooseCountry"
  | "optional"
  | "required"
  | "yes"
  | "no"
  | "noAnswer"
  | "questions"
  | "sensitive"
  | "sensitiveHint"
  | "invitation"
  | "invitationHint"
  | "consents"
  | "consentsHint"
  | "submit"
  | "sending",
  string
>;
