// The server that starts the pages is plain JavaScript and logs too; there is one log.
export { log } from "../server/log.mjs";
