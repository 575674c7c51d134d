import { createRequire } from "node:module";
import { getMemoryCache } from "next/dist/server/lib/incremental-cache/memory-cache.external.js";
import {
  areTagsExpired,
  tagsManifest,
} from "next/dist/server/lib/incremental-cache/tags-manifest.external.js";
import { announce, onForeignTags, onGap } from "./cache-signal.mjs";

// Required, because what a module of this older kind exports as default, an import shows one level deeper.
/** @type {{ default: typeof import("next/dist/server/lib/incremental-cache/file-system-cache.js").default }} */
const { default: FileSystemCache } = createRequire(import.meta.url)(
  "next/dist/server/lib/incremental-cache/file-system-cache.js",
);

const now = () => performance.timeOrigin + performance.now();

/**
 * Next's own cache in memory, shared between server processes as far as needed: what one process declares
 * outdated (revalidatePath, revalidateTag) is outdated in all of them.
 *
 * Next makes one of these for each request.
 */
export default class SharedCache extends FileSystemCache {
  startedAt = now();

  /**
   * @override
   * @param {string | string[]} tags
   * @param {{ expire?: number }} [durations]
   */
  async revalidateTag(tags, durations) {
    await super.revalidateTag(tags, durations);
    announce([tags].flat(), durations?.expire);
  }

  /**
   * @override
   * @type {import("next/dist/server/lib/incremental-cache/file-system-cache.js").default["set"]}
   */
  async set(key, data, context) {
    // Rendered from what was read before a change: kept, it would be taken for newer than the change.
    if (areTagsExpired(tagsOf(data), this.startedAt)) return;
    await super.set(key, data, context);
  }
}

/** @param {import("next/dist/server/response-cache/index.js").IncrementalCacheValue | null} data */
function tagsOf(data) {
  if (!data || !("headers" in data)) return [];
  const header = data.headers?.["x-next-cache-tags"];
  return typeof header === "string" ? header.split(",") : [];
}

onForeignTags((tags, expire) => {
  for (const tag of tags) {
    const entry = tagsManifest.get(tag) ?? {};
    const at = now();
    tagsManifest.set(
      tag,
      expire === undefined ? { ...entry, expired: at } : { ...entry, stale: at, expired: at + expire * 1000 },
    );
  }
});

onGap(() => {
  // The size is that of the cache which exists already; it is given only if this comes first.
  const cache = getMemoryCache(50 * 1024 * 1024);
  for (const [key] of [...cache]) cache.remove(key);
});
