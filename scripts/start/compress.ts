import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const SMALLEST = 1024;
const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];

/** Puts a .br and a .gz beside each text file of the build, once, so that no request has to. */
export async function compressStatic(directory: string) {
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.(js|css|json|svg)$/.test(file),
  );
  await Promise.all(
    files.map(async (name) => {
      const file = path.join(directory, name);
      const body = await readFile(file);
      if (body.length < SMALLEST) return;
      const [br, gz] = await Promise.all([
        brotli(body, {
          params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
        }),
        zip(body, { level: 9 }),
      ]);
      await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
    }),
  );
}
