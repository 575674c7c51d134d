/** In bytes: what may be uploaded. server/refuse.mjs and next.config.ts leave room for the form around it. */
export const PHOTO_LIMIT = 5 * 1024 * 1024;

/** In pixels: more than any camera of a telephone makes, less than what would fill the memory. */
export const PIXEL_LIMIT = 60_000_000;

/** In pixels: the longer side of what is kept. Pages show it at 56 to 240. */
export const PHOTO_SIZE = 720;

/** What a file chooser offers; what counts is what is in the file. */
export const PHOTO_TYPES = "image/jpeg,image/png,image/webp";

/**
 * Which picture begins with these bytes; undefined for everything else, whatever its name says. Formats that
 * are programs or documents (SVG, PDF) are not among them.
 */
export function pictureType(bytes: Uint8Array): "jpeg" | "png" | "webp" | undefined {
  const begins = (at: number, ...expected: number[]) =>
    expected.every((byte, index) => bytes[at + index] === byte);
  if (begins(0, 0xff, 0xd8, 0xff)) return "jpeg";
  if (begins(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  if (begins(0, 0x52, 0x49, 0x46, 0x46) && begins(8, 0x57, 0x45, 0x42, 0x50)) return "webp";
  return undefined;
}
