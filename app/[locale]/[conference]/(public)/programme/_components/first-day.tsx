/**
 * Before the first paint only one day is shown: the one in the address, else the opening one. Without
 * JavaScript all days stand below each other; on paper, too, if the reader asks for all. On a wide screen the other
 * days are not taken out but skipped, so that their grids keep their layout: hundreds of sessions in thirty rooms
 * take a slow processor a third of a second to lay out.
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
  const others = hidden.join(",");
  const style = [
    `${others},[data-empty]{display:none!important}`,
    `@media screen and (width >= 56.25rem){@supports (content-visibility:hidden){${others}{display:block!important;content-visibility:hidden;height:0;margin:0}}}`,
  ];
  const script = `(()=>{const d=new URLSearchParams(location.search).get("day");document.getElementById(${JSON.stringify(programme)}).dataset.shown=${JSON.stringify(days)}.includes(d)?d:${JSON.stringify(openingDay)}})()`;
  return (
    <>
      <style>{style.join("")}</style>
      <noscript>
        <style>{".needs-script,.filters{display:none!important}"}</style>
      </noscript>
      <script>{script}</script>
    </>
  );
}
