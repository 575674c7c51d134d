import { Zip, ZipDeflate } from "fflate";
import type { Cell } from "./csv";

/**
 * A table as an Office Open XML workbook with one sheet, a batch of rows at a time. Texts are inline strings,
 * which no program reads as formulas. Why this is written here: docs/decisions/021-exports.md.
 */

const MOST_CHARACTERS = 32_767;
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const parts = (sheet: string): Record<string, string> => ({
  "[Content_Types].xml": `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
  "_rels/.rels": `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(sheetName(sheet))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  "xl/styles.xml": `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
});

// A sheet's name has at most 31 characters and none of these.
const sheetName = (name: string) => name.replace(/[[\]:*?/\\']/g, " ").slice(0, 31);

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) =>
  text
    .slice(0, MOST_CHARACTERS)
    // What XML 1.0 cannot hold: control characters, half of a pair, the two non-characters.
    .replace(/[^\P{Cc}\t\n\r]|\p{Cs}|\uFFFE|\uFFFF/gu, "")
    .replace(/[&<>"]/g, (character) => entities[character] ?? character);

const cellXml = (cell: Cell, style: string) => {
  if (cell === null || cell === "") return "<c/>";
  if (typeof cell === "number" && Number.isFinite(cell)) return `<c${style}><v>${cell}</v></c>`;
  return `<c t="inlineStr"${style}><is><t xml:space="preserve">${escaped(String(cell))}</t></is></c>`;
};
const rowXml = (row: Cell[], style = "") => `<row>${row.map((cell) => cellXml(cell, style)).join("")}</row>`;

export async function* xlsxBytes(
  sheet: string,
  header: string[],
  batches: AsyncIterable<Cell[][]>,
): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    made.push(chunk);
  });
  const encoder = new TextEncoder();
  const open = (name: string) => {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    return file;
  };
  for (const [name, xml] of Object.entries(parts(sheet))) open(name).push(encoder.encode(xml), true);
  const rows = open("xl/worksheets/sheet1.xml");
  const columns = header.map(
    (_, index) => `<col min="${index + 1}" max="${index + 1}" width="22" customWidth="1"/>`,
  );
  rows.push(
    encoder.encode(
      `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join("")}</cols><sheetData>${rowXml(header, ' s="1"')}`,
    ),
  );
  yield* made.splice(0);
  for await (const batch of batches) {
    rows.push(encoder.encode(batch.map((row) => rowXml(row)).join("")));
    yield* made.splice(0);
  }
  rows.push(encoder.encode("</sheetData></worksheet>"), true);
  zip.end();
  yield* made.splice(0);
}
