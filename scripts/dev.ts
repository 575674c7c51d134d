import { writeLanguages } from "./start/languages";
import { prepare } from "./start/prepare";
import { giveUp } from "./start/say";
import { serve } from "./start/serve";

// `npm run dev`: the same with hot reload; pages are built when they are first opened.
prepare("development", async () => writeLanguages())
  .then(serve)
  .catch(giveUp);
