import QRCode from "qrcode";

/** The ticket's code as a QR code; dark on light in both schemes, with the quiet zone that scanners need. */
export function TicketQr({ code, label }: { code: string; label: string }) {
  const { size, data } = QRCode.create(code, { errorCorrectionLevel: "Q" }).modules;
  const quiet = 4;
  const dots = Array.from(data, (dark, index) =>
    dark ? `M${(index % size) + quiet} ${Math.floor(index / size) + quiet}h1v1h-1z` : "",
  ).join("");
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size + 2 * quiet} ${size + 2 * quiet}`}
      shapeRendering="crispEdges"
      className="aspect-square w-full rounded-lg bg-on-night text-night"
    >
      <path d={dots} fill="currentColor" />
    </svg>
  );
}
