// What npm fetched into build-web.
import { createRequire } from "node:module";

export const fetched = createRequire(new URL("../../build-web/", import.meta.url));
