/** Something the operator can mend: the message is a sentence that says what and how; no stack is needed. */
export class EmbeddedError extends Error {
  override name = "EmbeddedError";
}
