export * from "./conferences";
export * from "./people";
export * from "./registrations";
