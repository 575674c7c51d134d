/** The beginning of a Markdown text as plain words, at most `length` characters, ended at a word. */
export function excerpt(markdown: string, length = 180): string {
  const paragraph =
    markdown
      .split(/\n\s*\n/)
      .map((part) => part.trim())
      .find((part) => part !== "" && !/^(#|```|\||>|---)/.test(part)) ?? "";
  const plain = paragraph
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^[-*+]\s+/gm, "")
    .replace(/[*_`~]+/g, "")
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim();
  if (plain.length <= length) return plain;
  const cut = plain.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), length / 2)).replace(/[\s,;:.–-]+$/, "")} …`;
}
