// The server that starts the pages is plain JavaScript and logs too; there is one log.
export { describeError, log } from "../server/log.mjs";
