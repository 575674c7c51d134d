import { buildIfStale } from "./start/build";
import { prepare } from "./start/prepare";
import { giveUp } from "./start/say";
import { serve } from "./start/serve";

// `npm start`: from a clone, or from yesterday's data, to a running portal.
prepare("production", () => buildIfStale({ say: (sentence) => console.log(sentence) }))
  .then(serve)
  .catch(giveUp);
