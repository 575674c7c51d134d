import { describe, expect, test } from "vitest";
import { changedOptions, kindChange, questionKinds } from "@/lib/questions/rules";

const option = (value: string, en = value, archived?: true) => ({
  value,
  label: { en },
  ...(archived ? { archived } : {}),
});
const edit = (value: string, position: number, en = value, removed = false) => ({
  value,
  label: { en },
  removed,
  position,
});
const meals = [option("meat"), option("fish"), option("vegan")];
const none = new Set<string>();

describe("the options of a question after an edit", () => {
  test("a renamed option keeps its value", () => {
    const edited = [edit("meat", 1, "Meat or sausage"), edit("fish", 2), edit("vegan", 3)];
    expect(changedOptions(meals, edited, [], none, "en")[0]).toEqual(option("meat", "Meat or sausage"));
  });

  test("a removed option stays as archived when someone has chosen it, and goes when nobody has", () => {
    const edited = [edit("meat", 1, "meat", true), edit("fish", 2, "fish", true), edit("vegan", 3)];
    expect(changedOptions(meals, edited, [], new Set(["meat"]), "en")).toEqual([
      option("meat", "meat", true),
      option("vegan"),
    ]);
  });

  test("an option that the form did not carry is left as it was", () => {
    expect(changedOptions(meals, [edit("fish", 1, "Trout")], [], none, "en")).toEqual([
      option("meat"),
      option("fish", "Trout"),
      option("vegan"),
    ]);
  });

  test("places decide the order; equal places keep the order that was", () => {
    const edited = [edit("meat", 3), edit("fish", 1), edit("vegan", 1)];
    expect(changedOptions(meals, edited, [], none, "en").map(({ value }) => value)).toEqual([
      "fish",
      "vegan",
      "meat",
    ]);
  });

  test("new options get values of their own", () => {
    const made = changedOptions([option("sans-gluten")], [], ["Sans gluten !", "Ață", "★"], none, "fr");
    expect(made.map(({ value }) => value)).toEqual(["sans-gluten", "sans-gluten-2", "ata", "option"]);
    expect(made[1]?.label).toEqual({ fr: "Sans gluten !" });
  });

  test("a new option that is called like an archived one brings that back; one that is there is not doubled", () => {
    const before = [option("meat", "Meat", true), option("fish", "Fish")];
    expect(changedOptions(before, [], ["MEAT", "fish"], none, "en")).toEqual([
      option("meat", "Meat"),
      option("fish", "Fish"),
    ]);
  });
});

test("answers survive only the changes of kind that keep their meaning", () => {
  const kept = questionKinds.flatMap((from) =>
    questionKinds.filter((to) => from !== to && kindChange(from, to)).map((to) => `${from} → ${to}`),
  );
  expect(kept).toEqual(["text → long-text", "one-of → several-of", "number → text", "number → long-text"]);
});
