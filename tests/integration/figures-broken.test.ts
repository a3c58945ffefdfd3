import { endThreads } from "../../src/exporters/figures/threads";
import { post, send } from "../support/http-client";
import { startHttpService } from "../support/http-service";

// As if the program were not whole.
jest.mock("../../src/exporters/figures/thread-file", () => ({ threadFile: "/nowhere/draw-thread.js" }));

test("where no thread can be started, a figure is an internal error with an id, and all else is answered", async () => {
  const service = await startHttpService();
  try {
    const query = `{ leaderboard(ref: "megaface-identification") { ranking {
      figure(format: SVG) { text } } } }`;
    const link = `${service.url}/export/figures/rankings/megaface-identification.svg`;
    const answers = await Promise.all([send(link), send(link), post(service.url, { query })]);
    expect(answers.map(({ status }) => status)).toEqual([500, 500, 200]);
    for (const { errors } of answers) {
      expect(errors[0].extensions.code).toBe("INTERNAL_SERVER_ERROR");
      expect(errors[0].message).not.toContain("nowhere");
      expect(service.logged.join()).toContain(errors[0].extensions.id);
    }
    expect((await post(service.url, { query: "{ __typename }" })).status).toBe(200);
  } finally {
    await endThreads();
    await service.close();
  }
});
