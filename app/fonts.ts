import localFont from "next/font/local";

/** Latin comes first and is preloaded; Greek, Cyrillic and the rest of Latin follow from the package when needed. */
export const commissioner = localFont({
  src: "../node_modules/@fontsource-variable/commissioner/files/commissioner-latin-wght-normal.woff2",
  variable: "--font-commissioner",
  weight: "100 900",
  display: "swap",
});
