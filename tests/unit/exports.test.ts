import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { type Cell, csvBytes } from "@/lib/csv";
import { xlsxBytes } from "@/lib/xlsx";

async function whole(bytes: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}
async function* batches(...all: Cell[][][]) {
  yield* all;
}

const dangerous = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"];

describe("CSV", () => {
  test("begins with a byte order mark and quotes what must be quoted", async () => {
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(
      await whole(csvBytes(["Nume", "Număr"], batches([['Ana "A", Țăranu', 3]], [["două\nrânduri", -2]]))),
    );
    expect(text).toBe('\uFEFFNume,Număr\r\n"Ana ""A"", Țăranu",3\r\n"două\nrânduri",-2\r\n');
  });

  test.each(dangerous)("%j is no formula", async (cell) => {
    const text = new TextDecoder().decode(await whole(csvBytes(["x"], batches([[cell]]))));
    const value = text.split("\r\n").slice(1).join("\r\n").replace(/^"/, "");
    expect(value.startsWith("'")).toBe(true);
  });

  test("NUL is dropped before it can hide a formula", async () => {
    expect(new TextDecoder().decode(await whole(csvBytes(["x"], batches([["\0=1"]]))))).toContain("'=1");
  });
});

describe("XLSX", () => {
  const sheetOf = (bytes: Uint8Array) =>
    new TextDecoder().decode(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());

  test("is a zip whose sheet holds every row, in order, over several batches", async () => {
    const bytes = await whole(
      xlsxBytes("ECC 2019", ["Name", "Number"], batches([["Ana", 1]], [["Țăranu", 2.5]])),
    );
    const files = unzipSync(bytes);
    expect(Object.keys(files).sort()).toEqual([
      "[Content_Types].xml",
      "_rels/.rels",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/workbook.xml",
      "xl/worksheets/sheet1.xml",
    ]);
    const rows = [...sheetOf(bytes).matchAll(/<row>(.*?)<\/row>/gs)].map(([, row]) =>
      [...(row ?? "").matchAll(/<t xml:space="preserve">(.*?)<\/t>|<v>(.*?)<\/v>/gs)].map(
        ([, text, number]) => text ?? Number(number),
      ),
    );
    expect(rows).toEqual([
      ["Name", "Number"],
      ["Ana", 1],
      ["Țăranu", 2.5],
    ]);
  });

  test.each(dangerous)("%j is an inline string and no formula", async (cell) => {
    const sheet = sheetOf(await whole(xlsxBytes("x", ["x"], batches([[cell]]))));
    expect(sheet).not.toContain("<f>");
    expect(sheet).toContain(`<c t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`);
  });

  test("markup, control characters and half characters cannot break it", async () => {
    const sheet = sheetOf(
      await whole(
        xlsxBytes("a[b]", ["x"], batches([['</t></is></c><f>1</f> & "\u0000\u0008\uD800\uFFFF😀']])),
      ),
    );
    expect(sheet).toContain("&lt;/t&gt;&lt;/is&gt;&lt;/c&gt;&lt;f&gt;1&lt;/f&gt; &amp; &quot;😀</t>");
    expect(sheet).not.toContain("<f>");
  });
});
