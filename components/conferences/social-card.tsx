import { readFile } from "node:fs/promises";
import path from "node:path";
import { ImageResponse } from "next/og";

const dots = Array.from({ length: 12 }, (_, index) => {
  const angle = ((index * 30 - 60) * Math.PI) / 180;
  return { x: 50 + 38 * Math.cos(angle), y: 50 + 38 * Math.sin(angle), gold: index === 0 };
});

// Pictures are drawn without style sheets: these are the values of the tokens night, on-night and yours.
const ink = "#141b34";
const gold = "#ffc61a";

const FONTS = "node_modules/@fontsource/commissioner/files";
const load = (file: string) => readFile(path.join(process.cwd(), FONTS, file));
let loaded: ReturnType<typeof loadFonts> | undefined;

/** Latin and the rest of Latin are two files: what one lacks is taken from the other. */
async function loadFonts() {
  const [regular, bold, regularExt, boldExt] = await Promise.all([
    load("commissioner-latin-400-normal.woff"),
    load("commissioner-latin-700-normal.woff"),
    load("commissioner-latin-ext-400-normal.woff"),
    load("commissioner-latin-ext-700-normal.woff"),
  ]);
  return [
    { name: "Commissioner", data: regular, weight: 400 as const },
    { name: "Commissioner", data: bold, weight: 700 as const },
    { name: "Commissioner Ext", data: regularExt, weight: 400 as const },
    { name: "Commissioner Ext", data: boldExt, weight: 700 as const },
  ];
}

type Card = { label: string; title: string; lines: string[] };

/** The picture that is shown where someone shares a page: 1200 × 630. */
export async function socialCard({ label, title, lines }: Card): Promise<ImageResponse> {
  loaded ??= loadFonts();
  const size = title.length > 70 ? 56 : title.length > 40 ? 68 : 84;
  return new ImageResponse(
    <div
      style={{
        width: "100%",
        height: "100%",
        display: "flex",
        flexDirection: "column",
        justifyContent: "space-between",
        padding: "64px 72px",
        background: ink,
        color: "#ffffff",
        fontFamily: "Commissioner, Commissioner Ext",
      }}
    >
      <div style={{ display: "flex", alignItems: "center", fontSize: 36, fontWeight: 700 }}>
        <svg width="76" height="76" viewBox="0 0 100 100" style={{ marginRight: 20 }} role="presentation">
          {dots.map(({ x, y, gold: isGold }) => (
            <circle key={`${x} ${y}`} cx={x} cy={y} r={isGold ? 7.6 : 6.3} fill={isGold ? gold : "#ffffff"} />
          ))}
        </svg>
        {label}
      </div>
      <div
        style={{
          display: "flex",
          fontSize: size,
          fontWeight: 700,
          lineHeight: 1.15,
          letterSpacing: "-0.022em",
          paddingBottom: 12,
          maxHeight: 330,
          overflow: "hidden",
        }}
      >
        {title}
      </div>
      <div style={{ display: "flex", flexDirection: "column", fontSize: 30, color: "#c9cfe6" }}>
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </div>
    </div>,
    { width: 1200, height: 630, fonts: await loaded },
  );
}
