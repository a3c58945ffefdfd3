// Makes the pictures of the README from a running service with the default data: node .ci/pictures.js URL [FOLDER]
const { mkdirSync, statSync } = require("node:fs");
const path = require("node:path");
const { chromium } = require("playwright-core");

/** A README is read over slow lines, too. */
const MOST_BYTES = 200_000;

const BOARD = "/leaderboards/megaface-identification";
const PICTURES = [
  { name: "leaderboard", address: BOARD },
  { name: "leaderboard-dark", address: `${BOARD}?family=angular-margin`, options: { colorScheme: "dark" } },
  {
    name: "comparison",
    address:
      "/compare?ref=BingMMLab%20V1(iBUG%20cleaned%20data)&ref=BingMMLab-v1%20(non-cleaned%20data)&differences=only",
    options: { viewport: { width: 1080, height: 620 } },
  },
  {
    name: "query",
    address: `${BOARD}?loss=arcface`,
    act: async (page) => {
      await page.getByRole("button", { name: "Query" }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  { name: "phone", address: BOARD, options: { viewport: { width: 390, height: 844 } } },
];

async function main(url, folder = path.join(__dirname, "../docs/pictures")) {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    for (const { name, address, options, act } of PICTURES) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      const page = await context.newPage();
      await page.goto(url + address);
      await page.waitForLoadState("networkidle");
      await act?.(page);
      await page.evaluate("document.fonts.ready");
      const file = path.join(folder, `${name}.png`);
      await page.screenshot({ path: file, animations: "disabled" });
      const { size } = statSync(file);
      console.log(`  ${name}: ${Math.round(size / 1000)} kB`);
      if (size > MOST_BYTES) throw new Error(`${file} is larger than ${MOST_BYTES} bytes`);
      await context.close();
    }
  } finally {
    await browser.close();
  }
}

main(process.argv[2] ?? "http://127.0.0.1:4000", process.argv[3]).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
