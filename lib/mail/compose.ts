/** A part of a mail. Text is plain; nothing in it is read as markup. */
export type MailBlock =
  | { kind: "text"; text: string }
  /** A sign-in code or ticket code, large and easy to copy. */
  | { kind: "code"; code: string }
  | { kind: "button"; label: string; url: string }
  | { kind: "small"; text: string };

export type MailContent = {
  subject: string;
  heading: string;
  blocks: MailBlock[];
  footer: string;
  locale: string;
};

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

/** No line end ever reaches a header. */
const oneLine = (text: string) => text.replace(/[\r\n\u2028\u2029]+/g, " ").trim();

/** The mail as text, complete in itself, and as HTML without pictures, scripts or remote parts. */
export function composeMail({ subject, heading, blocks, footer, locale }: MailContent) {
  return {
    subject: oneLine(subject),
    text: `${heading}\n\n${blocks.map(blockText).join("\n\n")}\n\n--\n${footer}\n`,
    html: `<!doctype html><html lang="${escapeHtml(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(oneLine(subject))}</title></head><body style="margin:0;padding:24px 12px;background:#faf9f5;color:#141b34;font:16px/1.5 system-ui,sans-serif"><div style="max-width:560px;margin:0 auto;background:#ffffff;border:1px solid #e4e1d8;border-radius:12px;padding:28px"><h1 style="margin:0 0 16px;font-size:22px;line-height:1.2">${escapeHtml(heading)}</h1>${blocks.map(blockHtml).join("")}</div><p style="max-width:560px;margin:16px auto 0;font-size:13px;color:#4a5270">${escapeHtml(footer)}</p></body></html>`,
  };
}

function blockText(block: MailBlock): string {
  switch (block.kind) {
    case "code":
      return `    ${block.code}`;
    case "button":
      return `${block.label}:\n${block.url}`;
    default:
      return block.text;
  }
}

function blockHtml(block: MailBlock): string {
  switch (block.kind) {
    case "text":
      return `<p style="margin:0 0 16px">${escapeHtml(block.text).replaceAll("\n", "<br>")}</p>`;
    case "small":
      return `<p style="margin:0 0 12px;font-size:14px;color:#4a5270">${escapeHtml(block.text).replaceAll("\n", "<br>")}</p>`;
    case "code":
      return `<p style="margin:0 0 16px;font:600 26px/1.2 ui-monospace,monospace;letter-spacing:0.12em">${escapeHtml(block.code)}</p>`;
    case "button":
      return `<p style="margin:0 0 20px"><a href="${escapeHtml(block.url)}" style="display:inline-block;background:#0d3fb3;color:#ffffff;font-weight:600;text-decoration:none;border-radius:8px;padding:12px 20px">${escapeHtml(block.label)}</a></p>`;
  }
}
