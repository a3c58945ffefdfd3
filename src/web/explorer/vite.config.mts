import { defineConfig } from "vite";

/** A running service, for `npm run dev:explorer`. */
const SERVICE = process.env.SERVICE_URL ?? "http://127.0.0.1:4000";

export default defineConfig(({ command }) => ({
  base: command === "build" ? "/explorer/" : "/",
  build: {
    outDir: "../../../dist/explorer",
    emptyOutDir: true,
    // The page's policy forbids scripts within it, and every browser that can read it preloads modules.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    target: "es2022",
    rolldownOptions: {
      // Libraries mark files for servers that render pages, which this page has none of.
      onLog: (level, log, write) => {
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") write(level, log);
      },
    },
  },
  server: { proxy: { "/graphql": SERVICE, "/export": SERVICE, "/playground": SERVICE } },
}));
