export * from "./conferences";
export * from "./people";
export * from "./programme";
export * from "./registrations";
