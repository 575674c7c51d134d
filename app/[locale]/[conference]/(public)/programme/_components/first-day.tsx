/**
 * Before the first paint only one day is shown: the one in the address, else the opening one. Without
 * JavaScript, and on paper, all days stand below each other.
 */
export function FirstDay({
  programme,
  days,
  openingDay,
}: {
  programme: string;
  days: string[];
  openingDay: string;
}) {
  const hidden = days.map((day) => `#${programme}[data-shown="${day}"]>[data-day]:not([data-day="${day}"])`);
  const script = `(()=>{const d=new URLSearchParams(location.search).get("day");document.getElementById(${JSON.stringify(programme)}).dataset.shown=${JSON.stringify(days)}.includes(d)?d:${JSON.stringify(openingDay)}})()`;
  return (
    <>
      <style>{`@media screen{${hidden.join(",")},[data-empty]{display:none}}`}</style>
      <noscript>
        <style>{".needs-script{display:none}"}</style>
      </noscript>
      <script>{script}</script>
    </>
  );
}
