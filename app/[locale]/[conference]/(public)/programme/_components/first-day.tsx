/**
 * Before the first paint only one day is shown: the one in the address, else the opening one. Without
 * JavaScript all days stand below each other; on paper, too, if the reader asks for all.
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
  const hidden = days.map(
    (day) => `#${programme}[data-shown="${day}"]:not([data-all])>[data-day]:not([data-day="${day}"])`,
  );
  const script = `(()=>{const d=new URLSearchParams(location.search).get("day");document.getElementById(${JSON.stringify(programme)}).dataset.shown=${JSON.stringify(days)}.includes(d)?d:${JSON.stringify(openingDay)}})()`;
  return (
    <>
      <style>{`${hidden.join(",")},[data-empty]{display:none!important}`}</style>
      <noscript>
        <style>{".needs-script,.filters{display:none!important}"}</style>
      </noscript>
      <script>{script}</script>
    </>
  );
}
