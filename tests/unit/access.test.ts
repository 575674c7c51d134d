import { expect, test } from "vitest";
import { actions } from "../access/actions";
import { actionsThere, inlineActions, pagesThere, routesThere } from "../access/inventory";
import { pages, routes } from "../access/table";

// The table is walked with every role by tests/e2e/access.spec.ts; here it is held complete.
test("every page stands in the access table, and no other", () => {
  expect(Object.keys(pages).sort()).toEqual(pagesThere());
});

test("every route handler stands in the access table, and no other", () => {
  expect(Object.keys(routes).sort()).toEqual(routesThere());
});

test("every action stands in the access table, and no other", () => {
  expect(Object.keys(actions).sort()).toEqual(actionsThere());
});

test("no action hides inside another file", () => {
  expect(inlineActions()).toEqual([]);
});
