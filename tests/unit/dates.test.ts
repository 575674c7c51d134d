import { expect, test } from "vitest";
import { zoneNames, zoneNamesOf } from "@/lib/dates";

const session = (at: string) => ({ startsAt: new Date(at) });
const zone = "Europe/Bucharest";

test("a programme through the change of clocks names both zones, in their order", () => {
  const days = [
    { sessions: [session("2019-10-26T06:00:00Z"), session("2019-10-26T14:00:00Z")] },
    { sessions: [session("2019-10-27T07:00:00Z")] },
  ];
  expect(zoneNamesOf(days, zone, "en")).toBe("GMT+3, GMT+2");
  expect(zoneNamesOf(days.slice(0, 1), zone, "en")).toBe("GMT+3");
  expect(zoneNamesOf(days.slice(1), zone, "en")).toBe("GMT+2");
});

test("the hour that comes twice has each name once, whatever the order; nothing has the zone's own", () => {
  const [summer, winter] = [new Date("2019-10-27T00:30:00Z"), new Date("2019-10-27T01:30:00Z")];
  expect(zoneNames([winter, summer, summer], zone, "en")).toBe("GMT+3, GMT+2");
  expect(zoneNames([], zone, "en")).toBe(zone);
});
